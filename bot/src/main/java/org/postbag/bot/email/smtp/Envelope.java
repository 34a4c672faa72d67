package org.postbag.bot.email.smtp;

import java.util.function.Predicate;

/** Writes a mail's MAIL and RCPT commands with the parameters that the server understands. */
record Envelope(String sender, String recipient, int size) {

    /** An address outside ASCII, which needs SMTPUTF8 (RFC 6531). */
    boolean international() {
        return !ascii(sender) || !ascii(recipient);
    }

    /** Whether both can stand between angle brackets without ending the command. */
    boolean writable() {
        return writable(sender) && writable(recipient);
    }

    String mail(Predicate<String> extension) {
        StringBuilder command = new StringBuilder("MAIL FROM:<").append(sender).append('>');
        if (extension.test("SIZE")) command.append(" SIZE=").append(size);
        if (international()) command.append(" SMTPUTF8 BODY=8BITMIME");
        return command.append("\r\n").toString();
    }

    String rcpt() {
        return "RCPT TO:<" + recipient + ">\r\n";
    }

    private static boolean writable(String address) {
        return !address.isEmpty()
                && address.length() <= 320
                && address.chars().allMatch(c -> c > ' ' && c != '<' && c != '>' && !Character.isISOControl(c));
    }

    private static boolean ascii(String address) {
        return address.chars().allMatch(c -> c < 128);
    }
}
