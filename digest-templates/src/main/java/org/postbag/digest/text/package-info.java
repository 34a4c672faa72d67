/** Digests and articles as plain text: for a terminal, and as the plain part of mails. */
@NullMarked
package org.postbag.digest.text;

import org.jspecify.annotations.NullMarked;
