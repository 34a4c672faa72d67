package org.postbag.bot.doctor.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.doctor.DnsServer;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class LookupsTest {
    @Test
    @DisplayName("a name that is not there differs from a resolver that is not there")
    void notThere() throws IOException {
        try (DnsServer dns = new DnsServer()) {
            assertThat(dns.lookups().ask("absent.example", Type.TXT)).isInstanceOf(Answer.None.class);
            assertThat(dns.lookups().ask("not a..name", Type.TXT)).isInstanceOf(Answer.None.class);
        }
        Lookups nobody = new Lookups(new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
        assertThat(nobody.ask("example.org", Type.TXT)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    @DisplayName("a resolver of a closed network says nothing about the names of the world, except those it has")
    void secluded() throws IOException {
        try (DnsServer dns = new DnsServer().secluded().with("mirror.example.org", Type.A, "10.0.0.1")) {
            Lookups lookups = dns.lookups();
            assertThat(lookups.ask("example.org", Type.TXT)).isInstanceOf(Answer.Unknown.class);
            assertThat(lookups.ask("mirror.example.org", Type.A)).isInstanceOf(Answer.Found.class);
        }
    }

    @Test
    @DisplayName("a resolver that is silent is asked once, and no longer than its time")
    void silent() throws IOException {
        try (DnsServer dns = new DnsServer().mute()) {
            Lookups lookups = dns.lookups();
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++)
                assertThat(lookups.ask("n" + i + ".example.org", Type.TXT)).isInstanceOf(Answer.Unknown.class);
            assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
        }
    }

    @Test
    @DisplayName("texts in several strings are put together, and what was asked once is known")
    void texts() throws IOException {
        try (DnsServer dns = new DnsServer()) {
            dns.txt("example.org", "x".repeat(600));
            Lookups lookups = dns.lookups();
            for (int i = 0; i < 3; i++)
                assertThat(lookups.ask("Example.org", Type.TXT).texts()).containsExactly("x".repeat(600));
            assertThat(dns.asked()).hasSize(1);
        }
    }

    @Test
    @DisplayName("addresses that the world can see, and those it cannot")
    void publicAddresses() throws IOException {
        for (String seen : new String[] {"192.0.2.1", "8.8.8.8", "2001:db8::1", "100.128.0.1", "172.32.0.1"})
            assertThat(SendingAddresses.isPublic(InetAddress.getByName(seen)))
                    .as(seen)
                    .isTrue();
        for (String hidden : new String[] {
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.5.4",
            "169.254.1.1",
            "100.64.0.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "0.0.0.0",
            "224.0.0.1"
        })
            assertThat(SendingAddresses.isPublic(InetAddress.getByName(hidden)))
                    .as(hidden)
                    .isFalse();
    }
}
