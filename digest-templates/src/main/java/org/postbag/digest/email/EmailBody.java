package org.postbag.digest.email;

/**
 * What a mail says, before it becomes a MIME message.
 *
 * @param subject one line, bounded; encoding it for the header is the sender's
 * @param preheader the line an inbox shows after the subject; also hidden at the head of the page
 * @param page the HTML
 * @param twin the plain form of {@code page}: the same numbers and links; lines end in {@code \n}
 */
public record EmailBody(String subject, String preheader, MailPart page, MailPart twin) {

    /** The whole of {@link #page}. */
    public String html() {
        return page.whole();
    }

    /** The whole of {@link #twin}. */
    public String text() {
        return twin.whole();
    }
}
