package org.postbag.digest.telegram;

/**
 * A file for {@code sendDocument}.
 *
 * @param name safe on every system: no path, no control or format characters, at most 65 code points, ends in {@code .html}
 * @param bytes HTML in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to a multipart body as it is, never compared
public record ArticleFile(String name, byte[] bytes) {}
