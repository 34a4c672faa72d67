/** The program's entrance; what it starts is in {@code cli}, what that runs in {@code app}. */
@NullMarked
package org.postbag.bot;

import org.jspecify.annotations.NullMarked;
