/** The web port: pages for readers, their own pages behind signed links, health. Only routes and forms are here; pages are drawn by digest-templates. */
@NullMarked
package org.postbag.bot.web;

import org.jspecify.annotations.NullMarked;
