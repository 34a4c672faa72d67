package org.postbag.digest;

/** A template that cannot be read or filled; the message names the file, the line and what is wrong. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
