/**
 * Digests: chosen from posts ({@link org.postbag.digest.DigestBuilder}), frozen ({@link org.postbag.digest.Manifest}) and
 * turned into what a reader sees by the renderers of {@code text}, {@code telegram}, {@code email} and {@code web}. Values
 * in, strings out: no database, no network, and the clock is a parameter. Which posts a reader is given is
 * {@code subscriptions}' business; who sends the strings is {@code bot}'s.
 */
@NullMarked
package org.postbag.digest;

import org.jspecify.annotations.NullMarked;
