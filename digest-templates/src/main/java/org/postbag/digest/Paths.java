package org.postbag.digest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes names into addresses. */
public final class Paths {

    private Paths() {}

    /** A name as one segment of a path: {@code C#/.NET} is {@code C%23%2F.NET}. */
    public static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
