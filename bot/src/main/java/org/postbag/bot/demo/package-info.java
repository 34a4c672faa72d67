/** The demonstration: bundled posts, two sample readers, the outbox. */
@NullMarked
package org.postbag.bot.demo;

import org.jspecify.annotations.NullMarked;
