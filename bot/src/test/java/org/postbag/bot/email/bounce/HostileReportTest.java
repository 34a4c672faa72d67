package org.postbag.bot.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports that are cut, damaged or made to harm: read in bounded time, never thrown at. */
class HostileReportTest {
    private static final Duration MOST = Duration.ofSeconds(4);

    private final BounceReports reports = new BounceReports(Fixtures.VERP);

    static List<String> mails() throws IOException {
        Path folder = Path.of(Objects.requireNonNull(HostileReportTest.class.getResource("domino.eml"))
                        .getPath())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.replace(".eml", ""))
                    .sorted()
                    .toList();
        }
    }

    private Optional<BounceReport> read(byte[] mail) {
        Optional<BounceReport> report = reports.read(Fixtures.mail(mail));
        report.ifPresent(r -> {
            assertThat(r.said()).doesNotContain("\n", "\r", "@");
            assertThat(r.said().codePointCount(0, r.said().length())).isLessThanOrEqualTo(200);
            assertThat(r.messageIds()).hasSizeLessThanOrEqualTo(20);
            assertThat(r.status()).matches("([245]\\.\\d\\.\\d{1,3})?");
        });
        return report;
    }

    @ParameterizedTest
    @MethodSource("mails")
    void aMailCutAnywhereIsRead(String name) {
        byte[] mail = Fixtures.bytes(name);
        for (int end = 0; end < mail.length; end += 197) read(Arrays.copyOf(mail, end));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void aDamagedMailIsRead(String name) {
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 25; round++) {
            byte[] mail = Fixtures.bytes(name);
            for (int i = 0; i < 1 + round; i++) {
                int at = random.nextInt(mail.length);
                switch (random.nextInt(4)) {
                    case 0 -> mail[at] = (byte) random.nextInt(256);
                    case 1 -> mail[at] = '\n';
                    case 2 -> mail[at] = (byte) "-:;<>@\"=.".charAt(random.nextInt(9));
                    default -> {
                        int from = random.nextInt(mail.length);
                        int length = Math.min(random.nextInt(200), mail.length - Math.max(at, from));
                        System.arraycopy(mail, from, mail, at, length);
                    }
                }
            }
            read(mail);
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void lineEndsMakeNoDifference(String name) {
        String mail = new String(Fixtures.bytes(name), StandardCharsets.ISO_8859_1);
        Optional<BounceReport> wire = read(mail.getBytes(StandardCharsets.ISO_8859_1));
        Optional<BounceReport> unix = read(mail.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(unix).isEqualTo(wire);
    }

    @Test
    void aMailMadeToTakeLongDoesNot() {
        String head = "Return-Path: <>\r\nFrom: MAILER-DAEMON@x.example\r\nSubject: failure notice\r\n";
        int most = 300_000;
        for (String unit : new String[] {
            "user ",
            "mailbox ",
            "a@",
            "<a@b> ",
            "<<<<",
            "user user ",
            "5.1.",
            "550 ",
            "....",
            "\r\n",
            "\r\n\r\n",
            " \r\n",
            "a",
            "@",
            "a@b\r\n",
            "Action: failed\r\nFinal-Recipient: rfc822; a@b\r\n\r\n",
            "news+b.1.aaaaaaaaaaaa ",
            "digest.1.aaaaaaaaaaaa@",
            "---- ",
            "收件人",
            "<div>",
            "&lt;",
            "=?utf-8?q?a?= ",
            "A: b\r\n",
            "did not exist "
        }) {
            String flood = unit.repeat(most / unit.length());
            byte[] text = (head + "\r\n" + flood).getBytes(StandardCharsets.UTF_8);
            byte[] page = (head + "Content-Type: text/html\r\n\r\n" + flood).getBytes(StandardCharsets.UTF_8);
            byte[] subject = (head.replace(
                                    "\r\nSubject", "\r\nReceived: " + flood.replaceAll("\\s+", " ") + "\r\nSubject")
                            + "\r\nuser unknown")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] status =
                    (head + "Content-Type: message/delivery-status\r\n\r\n" + flood).getBytes(StandardCharsets.UTF_8);
            for (byte[] mail : List.of(text, page, subject, status))
                assertTimeout(MOST, () -> read(mail), () -> "a flood of " + unit);
        }
    }

    @Test
    void partsInPartsAndThousandsOfPartsAreNotFollowed() {
        StringBuilder deep = new StringBuilder("Return-Path: <>\r\nFrom: MAILER-DAEMON@x.example\r\n");
        for (int i = 0; i < 5_000; i++)
            deep.append("Content-Type: multipart/report; report-type=delivery-status; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        StringBuilder wide =
                new StringBuilder("From: MAILER-DAEMON@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (int i = 0; i < 40_000; i++) wide.append("--b\r\n\r\n\r\n");
        for (StringBuilder mail : List.of(deep, wide)) {
            byte[] bytes = mail.toString().getBytes(StandardCharsets.US_ASCII);
            assertTimeout(MOST, () -> read(bytes), () -> mail.substring(0, 100));
        }
    }
}
