package org.postbag.posts.collect.http;

/** Explains to the operator the statuses (RFC 9110, section 15) by which a server says no. */
final class Refusal {
    private Refusal() {}

    static Answer.Failed of(int status, String host) {
        return switch (status) {
            case 401, 407 ->
                lasting(
                        host,
                        status,
                        "wants a name and password",
                        "write them into the address as https://name:password@host/…");
            case 402 -> lasting(host, status, "wants to be paid", "subscribe there, or remove it");
            case 403 ->
                lasting(
                        host,
                        status,
                        "does not let us have this",
                        "open the address in a browser; if that works, the site turns programs away: ask its owner, or remove it");
            case 404 -> lasting(host, status, "has nothing at this address", "look on the site for where it is now");
            case 406 ->
                lasting(
                        host,
                        status,
                        "has it in no form that we can read",
                        "check that the address is that of a feed or page");
            case 408, 425 -> passing(host, status, "was not ready", "it is tried again");
            case 421, 429 ->
                passing(host, status, "asks for fewer requests", "read it less often with a longer 'every'");
            case 451 -> lasting(host, status, "may not show this for legal reasons", "remove it");
            case 202, 204, 205 ->
                passing(host, status, "answered without any content", "if it stays so, check the address in a browser");
            case 206 ->
                passing(
                        host,
                        status,
                        "sent only a part, which was not asked for",
                        "if it stays so, ask the site's owner");
            case 304 ->
                passing(
                        host,
                        status,
                        "says nothing has changed, though nothing is known yet",
                        "if it stays so, ask the site's owner");
            default ->
                status >= 500 && status != 501 && status != 505
                        ? passing(
                                host,
                                status,
                                "has trouble of its own",
                                "it is tried again; if it stays so, ask the site's owner")
                        : lasting(
                                host,
                                status,
                                "answered with something else than a page",
                                "check the address in a browser");
        };
    }

    private static Answer.Failed lasting(String host, int status, String what, String remedy) {
        return new Answer.Failed(text(host, status, what, remedy), false);
    }

    private static Answer.Failed passing(String host, int status, String what, String remedy) {
        return new Answer.Failed(text(host, status, what, remedy), true);
    }

    private static String text(String host, int status, String what, String remedy) {
        return host + " " + what + " (HTTP " + status + "); " + remedy;
    }
}
