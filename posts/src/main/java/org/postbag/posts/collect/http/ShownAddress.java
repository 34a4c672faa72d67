package org.postbag.posts.collect.http;

import java.net.URI;
import java.util.regex.Pattern;

/** An address as messages may quote it: names and passwords before the host (RFC 3986, section 3.2.1) are left out. */
public final class ShownAddress {
    private static final Pattern USERINFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@");

    private ShownAddress() {}

    public static String of(URI address) {
        return USERINFO.matcher(address.toString()).replaceFirst("$1…@");
    }
}
