/** Web pages and Atom feeds. The view models are records; routes, forms' effects and headers are {@code bot}'s. */
@NullMarked
package org.postbag.digest.web;

import org.jspecify.annotations.NullMarked;
