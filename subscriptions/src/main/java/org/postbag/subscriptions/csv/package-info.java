/** Lists of subscriptions as CSV files (RFC 4180), in and out. What a line does is decided by the rules, not here. */
@NullMarked
package org.postbag.subscriptions.csv;

import org.jspecify.annotations.NullMarked;
