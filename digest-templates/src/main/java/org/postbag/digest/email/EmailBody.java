package org.postbag.digest.email;

/**
 * What a mail says, before it becomes a MIME message.
 *
 * @param subject one line, bounded; encoding it for the header is the sender's
 * @param preheader the line an inbox shows after the subject; also hidden at the head of {@code html}
 * @param text the plain twin of {@code html}: the same numbers and links; lines end in {@code \n}
 */
public record EmailBody(String subject, String preheader, String html, String text) {}
