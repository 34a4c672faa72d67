package org.postbag.bot.email.smtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What this machine calls itself in EHLO: its full name where it has one, else its address (RFC 5321, 4.1.3). */
final class OwnName {
    private @Nullable String name;

    /** Looks the name up once, which may take as long as DNS takes. */
    synchronized String on(Socket socket) {
        if (name == null) name = fullName();
        return name.isEmpty() ? literal(socket.getLocalAddress()) : name;
    }

    private static String fullName() {
        try {
            String found = InetAddress.getLocalHost().getCanonicalHostName();
            boolean full = found.contains(".") && found.matches("[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*");
            return full ? found : "";
        } catch (UnknownHostException e) {
            return "";
        }
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[IPv6:" + text.replaceAll("%.*", "") + "]" : "[" + text + "]";
    }
}
