package org.postbag.digest.email;

/** The one thing to do in a mail, such as confirming. */
public record Button(String label, String link) {}
