package org.postbag.digest.email;

/**
 * One of the two forms of a mail, HTML or plain.
 *
 * @param common its beginning; one and the same string in all mails of a digest, so that whoever encodes it need do so once
 * @param own what is the reader's own, and all that follows it
 */
public record MailPart(String common, String own) {

    static MailPart of(String whole) {
        return new MailPart("", whole);
    }

    public String whole() {
        return common + own;
    }
}
