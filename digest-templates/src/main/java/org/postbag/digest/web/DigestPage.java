package org.postbag.digest.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Digest;

/**
 * A day's digest.
 *
 * @param older the day before it that has one
 * @param newer the day after it that has one
 */
public record DigestPage(Digest digest, @Nullable LocalDate older, @Nullable LocalDate newer) {}
