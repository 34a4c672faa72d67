package org.postbag.posts.store;

/** The database cannot be used; the message says which one and what to do. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
