/** Mails: HTML, its plain-text twin, subject and preheader. Headers and sending are {@code bot}'s. */
@NullMarked
package org.postbag.digest.email;

import org.jspecify.annotations.NullMarked;
