package org.postbag.bot.email.smtp;

/** Makes a mail fit to follow DATA: a dot before a line's own first dot (RFC 5321, 4.5.2), and a line end at its end. */
final class MailData {
    private MailData() {}

    /**
     * @return the same array where nothing is to be added
     * @throws IllegalArgumentException on CR or LF alone, which servers read differently: one could end the mail early
     */
    static byte[] of(byte[] mail) {
        int dots = dots(mail);
        boolean open = mail.length > 0 && mail[mail.length - 1] != '\n';
        if (dots == 0 && !open) return mail;
        byte[] data = new byte[mail.length + dots + (open ? 2 : 0)];
        int to = 0;
        byte before = '\n';
        for (byte b : mail) {
            if (b == '.' && before == '\n') data[to++] = '.';
            data[to++] = b;
            before = b;
        }
        if (open) {
            data[to++] = '\r';
            data[to] = '\n';
        }
        return data;
    }

    /** Lines that begin with a dot; goes from line end to line end. */
    private static int dots(byte[] mail) {
        int dots = 0;
        int start = 0;
        while (start < mail.length) {
            if (mail[start] == '.') dots++;
            int end = LineEnds.next(mail, start);
            if (end == mail.length) return dots;
            if (mail[end] != '\r' || end + 1 == mail.length || mail[end + 1] != '\n') throw broken();
            start = end + 2;
        }
        return dots;
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("a mail has a line end other than CRLF");
    }
}
