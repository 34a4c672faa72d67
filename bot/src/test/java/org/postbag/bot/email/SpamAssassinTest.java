package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Subscriptions;

/** What SpamAssassin's local rules say to every kind of mail, as its reader's server gets it. */
class SpamAssassinTest {
    private static final Path PROGRAM = Path.of("/usr/bin/spamassassin");
    private static final double MOST = 1.0;
    private static final Pattern STATUS = Pattern.compile("(?m)^X-Spam-Status: \\w+, score=(-?[\\d.]+) ");
    private static final Pattern RULE = Pattern.compile("(?m)^ ?-?\\d+\\.\\d [A-Z][A-Z0-9_]+ .*$");

    /** Of one mail; the rules with what each adds. */
    private record Judgement(double score, List<String> rules) {}

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("questions, digests, articles and answers score below 1.0")
    void everyKind(String lang) throws IOException, InterruptedException {
        needed();
        Map<String, CheckedMail> mails;
        try (MailBench bench = new MailBench(lang).withPosts()) {
            mails = EveryKindOfMail.of(bench, lang.equals("zh"));
            mails.put("full digest", fullDigest(bench));
        }
        Map<String, Judgement> judged = judge(mails);
        judged.values().removeIf(judgement -> judgement.score() < MOST);
        assertThat(judged).as("scores and rules of mails at %s or above", MOST).isEmpty();
    }

    @Test
    @DisplayName("what a spammer writes is found out, so the rules are there")
    void rulesAreThere() throws IOException, InterruptedException {
        needed();
        Path spam = folder.resolve("spam.eml");
        Files.writeString(
                spam,
                "From: a@example.net\r\nTo: b@example.com\r\nSubject: test\r\nDate: Fri, 20 Nov 2026 22:00:00 +0000\r\n"
                        + "Message-ID: <spam@example.net>\r\n\r\n"
                        + "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n");
        assertThat(run(List.of(spam))).singleElement().satisfies(j -> assertThat(j.score())
                .isGreaterThan(100));
    }

    private static CheckedMail fullDigest(MailBench bench) {
        Subscriptions subscriptions = bench.bot.application().subscriptions();
        Address third = Address.parse("email:third@example.com");
        subscriptions.add(third, Change.none(), true);
        EveryKindOfMail.hundredPosts(bench);
        bench.bot.collect();
        bench.bot
                .clock()
                .set(subscriptions.due(third, bench.bot.clock().instant(), 1).get(0));
        bench.pass();
        List<CheckedMail> sent = bench.sent();
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    private static void needed() {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "skipped: SpamAssassin is not installed here; apt-get install -y spamassassin");
    }

    private Map<String, Judgement> judge(Map<String, CheckedMail> mails) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (CheckedMail mail : mails.values()) {
            Path file = folder.resolve(files.size() + ".eml");
            byte[] way = arrival(mail).getBytes(StandardCharsets.US_ASCII);
            Files.write(file, way);
            Files.write(file, mail.raw(), StandardOpenOption.APPEND);
            files.add(file);
        }
        List<Judgement> judged = run(files);
        assertThat(judged).hasSameSizeAs(files);
        Map<String, Judgement> named = new LinkedHashMap<>();
        mails.keySet().forEach(name -> named.put(name, judged.get(named.size())));
        return named;
    }

    /**
     * What the reader's mail server puts in front of a mail that it takes from the bot's. The address is no documentation
     * address, since those are held against the sender.
     */
    private static String arrival(CheckedMail mail) {
        return "Return-Path: <news+b.1.abcdefghijkl@example.org>\r\n"
                + "Received: from mail.example.org (mail.example.org [93.184.216.34])\r\n"
                + "\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n"
                + "\tby mx.example.com (Postfix) with ESMTPS id 4XwQ2v1c3Rz2xYz\r\n"
                + "\tfor <reader@example.com>; " + mail.header("Date") + "\r\n";
    }

    /** All in one go, since most of the time it takes is reading the rules. */
    private List<Judgement> run(List<Path> mails) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--local",
                "--test-mode",
                "--nocreate-prefs",
                "--cf=use_bayes 0",
                "--cf=use_auto_welcomelist 0"));
        mails.forEach(mail -> command.add(mail.toString()));
        Path out = folder.resolve("judgements");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("done in time").isTrue();
        String said = Files.readString(out, StandardCharsets.ISO_8859_1);
        List<Judgement> all = new ArrayList<>();
        // Each mail comes back with its judgement above and the rules below.
        for (String one : said.split("(?m)^(?=X-Spam-Checker-Version: )")) {
            var status = STATUS.matcher(one);
            if (status.find()) all.add(new Judgement(Double.parseDouble(status.group(1)), rules(one)));
        }
        return all;
    }

    private static List<String> rules(String judged) {
        int from = judged.indexOf("Content analysis details:");
        return RULE.matcher(from < 0 ? "" : judged.substring(from))
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }
}
