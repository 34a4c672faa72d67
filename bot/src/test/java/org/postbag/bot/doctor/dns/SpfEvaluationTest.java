package org.postbag.bot.doctor.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.bot.doctor.DnsServer;
import org.postbag.bot.doctor.dns.SpfEvaluation.Verdict;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class SpfEvaluationTest {
    private static Verdict verdict(DnsServer dns, String address) throws IOException {
        return SpfEvaluation.of(dns.lookups(), "example.org", InetAddress.getByName(address));
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 ip4:192.0.2.1 -all | 192.0.2.1 | PASS",
                "v=spf1 ip4:192.0.2.0/24 -all | 192.0.2.200 | PASS",
                "v=spf1 ip4:192.0.2.0/24 -all | 192.0.3.1 | FAIL",
                "v=spf1 ip4:192.0.2.0/33 -all | 192.0.2.1 | PERMERROR",
                "v=spf1 ip4:news.example.org -all | 192.0.2.1 | PERMERROR",
                "v=spf1 ip6:2001:db8::/32 ~all | 2001:db8::5 | PASS",
                "v=spf1 ip6:2001:db8::/32 ~all | 192.0.2.1 | SOFTFAIL",
                "v=spf1 a -all | 192.0.2.10 | PASS",
                "v=spf1 a/24 -all | 192.0.2.99 | PASS",
                "v=spf1 a:mail.example.org -all | 192.0.2.20 | PASS",
                "v=spf1 a:mail.example.org//64 -all | 2001:db8::99 | PASS",
                "v=spf1 a:mail.example.org/24//64 -all | 192.0.2.99 | PASS",
                "v=spf1 mx -all | 192.0.2.20 | PASS",
                "v=spf1 mx:example.org/28 -all | 192.0.2.21 | PASS",
                "v=spf1 include:relay.example -all | 198.51.100.7 | PASS",
                "v=spf1 include:relay.example -all | 198.51.101.7 | FAIL",
                "v=spf1 include:absent.example -all | 198.51.100.7 | PERMERROR",
                "v=spf1 redirect=relay.example | 198.51.100.7 | PASS",
                "v=spf1 redirect=absent.example | 198.51.100.7 | PERMERROR",
                "v=spf1 ?all | 192.0.2.1 | NEUTRAL",
                "v=spf1 | 192.0.2.1 | NEUTRAL",
                "v=spf1 +all | 192.0.2.1 | PASS",
                "V=SPF1 IP4:192.0.2.1 -ALL | 192.0.2.1 | PASS",
                "v=spf1 nonsense -all | 192.0.2.1 | PERMERROR",
                "v=spf1 exp=why.example.org ip4:192.0.2.1 -all | 192.0.2.1 | PASS",
                "v=spf1 ip4:192.0.2.1 exists:%{i}.example.org -all | 192.0.2.1 | PASS",
                "v=spf1 exists:%{i}.example.org -all | 192.0.2.1 | UNTOLD",
                "v=spf1 ptr -all | 192.0.2.1 | UNTOLD",
                "v=spf1 include:loop.example -all | 192.0.2.1 | PERMERROR",
                "v=spf10 +all | 192.0.2.1 | NONE"
            })
    void verdicts(String record, String address, Verdict expected) throws IOException {
        try (DnsServer dns = new DnsServer()) {
            dns.txt("example.org", record)
                    .txt("example.org", "some-verification=1")
                    .with("example.org", Type.A, "192.0.2.10")
                    .with("example.org", Type.MX, "10 mail.example.org.")
                    .with("mail.example.org", Type.A, "192.0.2.20")
                    .with("mail.example.org", Type.AAAA, "2001:db8::20")
                    .txt("relay.example", "v=spf1 ip4:198.51.100.0/24 -all")
                    .txt("loop.example", "v=spf1 include:loop.example -all");
            assertThat(verdict(dns, address)).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("ten lookups are allowed and eleven are not, and DNS is asked no more than that")
    void lookups() throws IOException {
        try (DnsServer dns = new DnsServer()) {
            StringBuilder ten = new StringBuilder("v=spf1");
            for (int i = 0; i < 10; i++) {
                ten.append(" a:h").append(i).append(".example");
                dns.with("h" + i + ".example", Type.A, "192.0.2.1");
            }
            dns.txt("example.org", ten + " ip4:203.0.113.1 -all");
            assertThat(verdict(dns, "203.0.113.1")).isEqualTo(Verdict.PASS);
        }
        try (DnsServer dns = new DnsServer()) {
            StringBuilder many = new StringBuilder("v=spf1");
            for (int i = 0; i < 30; i++) many.append(" a:h").append(i).append(".example");
            dns.txt("example.org", many + " ip4:203.0.113.1 -all");
            assertThat(verdict(dns, "203.0.113.1")).isEqualTo(Verdict.PERMERROR);
            assertThat(dns.asked()).hasSizeLessThan(25);
        }
    }

    @Test
    @DisplayName("two records are a broken one, none is none, and a server out of order says nothing")
    void noVerdict() throws IOException {
        try (DnsServer dns = new DnsServer()) {
            assertThat(verdict(dns, "192.0.2.1")).isEqualTo(Verdict.NONE);
        }
        try (DnsServer dns = new DnsServer()) {
            dns.txt("example.org", "v=spf1 -all").txt("example.org", "v=spf1 +all");
            assertThat(verdict(dns, "192.0.2.1")).isEqualTo(Verdict.PERMERROR);
        }
        try (DnsServer dns = new DnsServer()) {
            dns.refusing(Rcode.SERVFAIL);
            assertThat(verdict(dns, "192.0.2.1")).isEqualTo(Verdict.TEMPERROR);
        }
    }

    @Test
    @DisplayName("whatever a record says, there is a verdict and DNS is not asked without end")
    void hostileRecords() throws IOException {
        String[] words = {
            "a",
            "mx",
            "include",
            "ip4",
            "ip6",
            "all",
            "exists",
            "ptr",
            "redirect",
            ":",
            "/",
            "//",
            "=",
            "%{i}",
            "-",
            "~",
            "+",
            " ",
            "example.org",
            "192.0.2.1",
            "2001:db8::1",
            "24",
            "64",
            "999",
            "..",
            "x".repeat(70),
            "é"
        };
        Random random = new Random(7);
        for (int run = 0; run < 150; run++) {
            StringBuilder record = new StringBuilder("v=spf1 ");
            for (int i = random.nextInt(12); i > 0; i--) record.append(words[random.nextInt(words.length)]);
            try (DnsServer dns = new DnsServer()) {
                dns.txt("example.org", record.toString()).with("example.org", Type.A, "192.0.2.1");
                assertThat(verdict(dns, "192.0.2.1")).as(record.toString()).isNotNull();
                assertThat(verdict(dns, "2001:db8::1")).as(record.toString()).isNotNull();
                assertThat(dns.asked()).hasSizeLessThan(60);
            }
        }
    }
}
