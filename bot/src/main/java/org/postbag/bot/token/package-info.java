/** Signed links by which a reader proves to be the one a mail was sent to; mail writes them, the web pages read them. */
@NullMarked
package org.postbag.bot.token;

import org.jspecify.annotations.NullMarked;
