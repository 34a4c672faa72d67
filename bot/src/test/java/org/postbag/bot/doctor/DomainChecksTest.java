package org.postbag.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.bot.config.Config;
import org.postbag.bot.doctor.dns.DnsRecord;
import org.postbag.bot.doctor.dns.DnsRecord.State;
import org.postbag.bot.doctor.dns.Lookups;
import org.postbag.bot.doctor.dns.WantedRecords;
import org.postbag.bot.email.dkim.DkimKey;
import org.postbag.bot.email.dkim.DkimKeyTest;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class DomainChecksTest {
    @TempDir
    Path folder;

    private DnsServer dns;
    private Path pem;
    private DkimKey key;

    @BeforeEach
    void start() throws Exception {
        dns = new DnsServer();
        KeyPair pair = DkimKeyTest.pair(2048);
        pem = DkimKeyTest.written(
                folder.resolve("dkim.pem"), "PRIVATE KEY", pair.getPrivate().getEncoded());
        Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-------"));
        key = DkimKey.read(pem);
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    private Config.Dkim dkim(String domain) {
        return new Config.Dkim(domain, "s1", pem);
    }

    private Finding record() throws IOException {
        return Trials.found(new DkimRecordCheck(dkim("example.org"), key, dns.lookups()));
    }

    @Test
    @DisplayName("a key file in order, open to all, weak, damaged and absent")
    void keyFile() throws Exception {
        Finding good = Trials.found(new DkimKeyCheck(dkim("example.org")));
        assertThat(good).isEqualTo(new Finding(Status.OK, "RSA key of 2048 bits", ""));
        Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-r--r--"));
        Finding open = Trials.found(new DkimKeyCheck(dkim("example.org")));
        assertThat(open.status()).isEqualTo(Status.WARNING);
        assertThat(open.advice()).isEqualTo("chmod 600 " + pem);
        Path weak = DkimKeyTest.written(
                folder.resolve("weak.pem"),
                "PRIVATE KEY",
                DkimKeyTest.pair(1024).getPrivate().getEncoded());
        assertThat(Trials.found(new DkimKeyCheck(new Config.Dkim("example.org", "s1", weak)))
                        .found())
                .contains("1024 bits, which is weak");
        Path tiny = DkimKeyTest.written(
                folder.resolve("tiny.pem"),
                "PRIVATE KEY",
                DkimKeyTest.pair(768).getPrivate().getEncoded());
        assertThat(Trials.found(new DkimKeyCheck(new Config.Dkim("example.org", "s1", tiny)))
                        .status())
                .isEqualTo(Status.FAILED);
        Config.Dkim absent = new Config.Dkim("example.org", "s1", folder.resolve("absent.pem"));
        assertThat(Trials.found(new DkimKeyCheck(absent)).status()).isEqualTo(Status.FAILED);
        assertThat(Trials.found(DkimKeyCheck.absent(true)).status()).isEqualTo(Status.WARNING);
        assertThat(Trials.found(DkimKeyCheck.absent(false)).status()).isEqualTo(Status.NOT_SET_UP);
    }

    @Test
    @DisplayName("the key in DNS: the same, in testing, missing, another, revoked, unreadable, twice")
    void keyInDns() throws Exception {
        String name = "s1._domainkey.example.org";
        assertThat(record().status()).isEqualTo(Status.FAILED);
        assertThat(record().advice()).contains("set the TXT record " + name);
        published(key.txt());
        assertThat(record().status()).as(record().toString()).isEqualTo(Status.OK);
        published(key.txt().replace("k=rsa;", "k=rsa; t=y;"));
        assertThat(record().status()).isEqualTo(Status.WARNING);
        String other = Base64.getEncoder()
                .encodeToString(DkimKeyTest.pair(2048).getPublic().getEncoded());
        published("v=DKIM1; p=" + other);
        assertThat(record().found()).contains("another key");
        published("v=DKIM1; p=");
        assertThat(record().found()).contains("revoked");
        published("v=DKIM1; p=AAAA");
        assertThat(record().found()).contains("no RSA key");
        published("hello");
        assertThat(record().found()).contains("no RSA key");
        published("v=DKIM1; p=AAAA");
        dns.txt(name, key.txt());
        assertThat(record().found()).contains("several keys");
        dns.refusing(Rcode.SERVFAIL);
        assertThat(record().status()).isEqualTo(Status.SKIPPED);
        assertThat(Trials.found(new DkimRecordCheck(dkim("example.org"), null, dns.lookups()))
                        .status())
                .isEqualTo(Status.SKIPPED);
    }

    private void published(String text) throws IOException {
        dns.close();
        dns = new DnsServer().txt("s1._domainkey.example.org", text);
    }

    private Finding alignment(String from, String signing) throws IOException {
        return Trials.found(new AlignmentCheck(
                Sender.of(from).orElseThrow(), signing == null ? null : dkim(signing), dns.lookups()));
    }

    @Test
    @DisplayName("From and DKIM: the same domain, the same owner, strangers, and what DMARC makes of it")
    void aligned() throws IOException {
        assertThat(alignment("news@example.org", "example.org").status()).isEqualTo(Status.OK);
        assertThat(alignment("news@example.org", null).status()).isEqualTo(Status.OK);
        assertThat(alignment("news@mail.example.co.uk", "example.co.uk").found())
                .contains("relaxed");
        assertThat(alignment("news@one.co.uk", "two.co.uk").status()).isEqualTo(Status.WARNING);
        dns.txt("_dmarc.one.co.uk", "v=DMARC1; p=reject").txt("_dmarc.example.org", "v=DMARC1; p=quarantine; adkim=s");
        Finding rejected = alignment("news@one.co.uk", "two.co.uk");
        assertThat(rejected.status()).isEqualTo(Status.FAILED);
        assertThat(rejected.found()).contains("DMARC says reject");
        assertThat(rejected.advice()).contains("set email.dkim domain to one.co.uk");
        assertThat(alignment("news@example.org", "mail.example.org").status()).isEqualTo(Status.FAILED);
        assertThat(alignment("postbag@localhost", null).status()).isEqualTo(Status.WARNING);
    }

    private Finding spf(String server, boolean signed) throws IOException {
        return Trials.found(new SpfCheck("example.org", List.of(server), signed, dns.lookups()));
    }

    @Test
    @DisplayName("SPF: covers the server, does not, cannot be told, is missing, is there twice")
    void spf() throws IOException {
        assertThat(spf("192.0.2.1", true).status()).isEqualTo(Status.WARNING);
        assertThat(spf("192.0.2.1", false).status()).isEqualTo(Status.FAILED);
        dns.txt("example.org", "v=spf1 a:mail.example.org -all").with("mail.example.org", Type.A, "192.0.2.1");
        assertThat(spf("192.0.2.1", true).status()).isEqualTo(Status.OK);
        assertThat(spf("mail.example.org", true).found()).contains("says pass for 192.0.2.1");
        assertThat(spf("203.0.113.9", true).status()).isEqualTo(Status.WARNING);
        assertThat(spf("203.0.113.9", true).found()).contains("says fail for 203.0.113.9");
        Finding local = spf("127.0.0.1", true);
        assertThat(local.status()).isEqualTo(Status.OK);
        assertThat(local.found()).contains("could not be told");
        dns.txt("example.org", "v=spf1 +all");
        assertThat(spf("192.0.2.1", true).found()).contains("2 SPF records");
        assertThat(spf("192.0.2.1", true).status()).isEqualTo(Status.FAILED);
    }

    @Test
    @DisplayName("DMARC: there, the owner's, missing, twice")
    void dmarc() throws IOException {
        assertThat(Trials.found(new DmarcCheck("news.example.org", dns.lookups()))
                        .status())
                .isEqualTo(Status.WARNING);
        dns.txt("_dmarc.example.org", "v=DMARC1; p=none; sp=reject");
        Finding inherited = Trials.found(new DmarcCheck("news.example.org", dns.lookups()));
        assertThat(inherited.status()).isEqualTo(Status.OK);
        assertThat(inherited.found()).contains("at _dmarc.example.org");
        dns.txt("_dmarc.example.org", "v=DMARC1; p=reject");
        assertThat(Trials.found(new DmarcCheck("example.org", dns.lookups())).status())
                .isEqualTo(Status.FAILED);
    }

    private Finding mx() throws IOException {
        return Trials.found(new MxCheck("example.org", dns.lookups()));
    }

    @Test
    @DisplayName("MX: neither MX nor address, only an address, a host without address, in order, and 'no mail'")
    void mailExchangers() throws IOException {
        assertThat(mx().status()).isEqualTo(Status.FAILED);
        dns.with("example.org", Type.A, "192.0.2.1");
        assertThat(mx().status()).isEqualTo(Status.WARNING);
        dns.with("example.org", Type.MX, "10 mail.example.org.");
        assertThat(mx().found()).contains("which has no address");
        dns.with("mail.example.org", Type.AAAA, "2001:db8::1");
        assertThat(mx().status()).isEqualTo(Status.OK);
        dns.close();
        dns = new DnsServer().with("example.org", Type.MX, "0 .");
        assertThat(mx().found()).contains("takes no mail (RFC 7505)");
    }

    @Test
    @DisplayName("where no resolver answers, what hangs on DNS is skipped and not failed")
    void noResolver() throws IOException {
        Lookups silent = dns.mute().lookups();
        List<Check> checks = List.of(
                new SpfCheck("example.org", List.of("192.0.2.1"), true, silent),
                new DmarcCheck("example.org", silent),
                new MxCheck("example.org", silent),
                new DkimRecordCheck(dkim("example.org"), key, silent));
        assertThat(checks).extracting(check -> Trials.found(check).status()).containsOnly(Status.SKIPPED);
    }

    private List<DnsRecord> wanted(String smtp, String url) throws IOException {
        Config.Email email = Trials.config(
                        folder,
                        """
                        url: %s
                        email:
                          from: news@example.org
                          smtp: [{ host: %s }]
                          dkim: { domain: example.org, selector: s1, key-file: dkim.pem }
                        """
                                .formatted(url, smtp))
                .email();
        return WantedRecords.of(
                dns.lookups(), "example.org", email, java.net.URI.create(url).getHost(), key);
    }

    @Test
    @DisplayName("the records to set, as a zone file takes them, where DNS has none")
    void wantedRecords() throws IOException {
        dns.with("mail.example.net", Type.A, "192.0.2.5");
        List<DnsRecord> records = wanted("mail.example.net", "https://news.example.org");
        assertThat(records).extracting(DnsRecord::type).containsExactly("TXT", "TXT", "TXT", "MX", "PTR");
        assertThat(records).extracting(DnsRecord::state).containsOnly(State.MISSING);
        assertThat(records.get(0).value()).isEqualTo("\"v=spf1 mx a:mail.example.net ~all\"");
        assertThat(records.get(1).name()).isEqualTo("s1._domainkey.example.org");
        String[] strings = records.get(1).value().split(" (?=\")");
        assertThat(strings).hasSize(2).allMatch(part -> part.length() <= 257);
        assertThat(records.get(1).value().replace("\" \"", "").replace("\"", ""))
                .isEqualTo(key.txt());
        assertThat(records.get(2).name()).isEqualTo("_dmarc.example.org");
        assertThat(records.get(2).value()).isEqualTo("\"v=DMARC1; p=none\"");
        assertThat(records.get(3).value()).isEqualTo("10 mail.example.org.");
        assertThat(records.get(4).name()).isEqualTo("5.2.0.192.in-addr.arpa");
        assertThat(records.get(4).value()).isEqualTo("mail.example.net.");
    }

    @Test
    @DisplayName("setting the records as printed makes everything right")
    void roundTrip() throws IOException {
        dns.with("mail.example.net", Type.A, "192.0.2.5");
        for (DnsRecord record : wanted("mail.example.net", "https://news.example.org"))
            dns.with(record.name(), Type.value(record.type()), record.value());
        assertThat(wanted("mail.example.net", "https://news.example.org"))
                .extracting(DnsRecord::state)
                .containsOnly(State.RIGHT);
        assertThat(spf("mail.example.net", true).status()).isEqualTo(Status.OK);
        assertThat(record().status()).isEqualTo(Status.OK);
    }

    @Test
    @DisplayName("an SPF record that lacks the server is completed, and one of a private server left as it is")
    void completedSpf() throws IOException {
        dns.txt("example.org", "v=spf1 include:other.example -all").txt("other.example", "v=spf1 -all");
        DnsRecord literal = wanted("192.0.2.5", "http://127.0.0.1:8080").get(0);
        assertThat(literal.state()).isEqualTo(State.DIFFERENT);
        assertThat(literal.value()).isEqualTo("\"v=spf1 ip4:192.0.2.5 include:other.example -all\"");
        DnsRecord local = wanted("127.0.0.1", "https://news.example.org").get(0);
        assertThat(local.state()).isEqualTo(State.UNKNOWN);
        assertThat(local.value()).isEqualTo("\"v=spf1 include:other.example -all\"");
        dns.mute();
        assertThat(wanted("127.0.0.1", "https://news.example.org").get(0).value())
                .isEqualTo("\"v=spf1 mx a:news.example.org ~all\"");
    }
}
