/** What digests show, told by example. */
@NullMarked
package org.postbag.digest;

import org.jspecify.annotations.NullMarked;
