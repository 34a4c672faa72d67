package org.postbag.posts.collect.jekyll;

/** Something in a file is not as it must be; {@link JekyllParser} makes a {@link Parsed.Unreadable} of it. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String remedy;

    /** @param line in the file, from 1; 0 for the file as a whole */
    Broken(int line, String problem, String remedy) {
        super(problem, null, false, false);
        this.line = line;
        this.remedy = remedy;
    }

    int line() {
        return line;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
