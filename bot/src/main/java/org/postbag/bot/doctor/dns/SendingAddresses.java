package org.postbag.bot.doctor.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** The public addresses of the configured mail servers, the best guess at where mail leaves from. */
public final class SendingAddresses {
    private SendingAddresses() {}

    /** Empty when every server is in a private network: its public address is not to be known from here. */
    public static List<InetAddress> of(Lookups lookups, List<String> hosts) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String host : hosts)
            for (InetAddress address : lookups.addressesOfConfigured(host))
                if (isPublic(address) && !addresses.contains(address)) addresses.add(address);
        return addresses;
    }

    /** Not of this machine, a link, a site (RFC 1918), a carrier (RFC 6598) or an organisation (RFC 4193). */
    public static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        byte[] octets = address.getAddress();
        if (address instanceof Inet6Address) return (octets[0] & 0xfe) != 0xfc;
        return !((octets[0] & 0xff) == 100 && (octets[1] & 0xc0) == 64);
    }
}
