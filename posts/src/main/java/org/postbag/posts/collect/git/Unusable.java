package org.postbag.posts.collect.git;

/** The source cannot be read, and its cached copy is not to blame; the message is for the operator. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
