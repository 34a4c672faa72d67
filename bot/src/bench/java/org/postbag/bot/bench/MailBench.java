package org.postbag.bot.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Personalised digests of about 50 KB by {@code digest send}, through the ledger, into Postfix's {@code smtp-sink}; beside
 * it, with the same sizes and connections, Postfix's {@code smtp-source} and the pool of nodemailer.
 */
final class MailBench {
    private static final int MAILS = 20_000;
    private static final int CONNECTIONS = 8;
    private static final int NODEMAILER_MAILS = 4_000;
    private static final int FEW = 1_000;
    private static final int MANY = 200_000;
    private static final int MOST_MEGABYTES = 300;

    private final Path jar;

    /** Where nodemailer is installed, {@code npm ci} in {@code .ci/tools}. */
    private final Path tools;

    MailBench(Path jar, Path tools) {
        this.jar = jar;
        this.tools = tools;
    }

    List<Line> run() throws IOException, InterruptedException {
        if (!MailSinkProcess.available() || !Files.isDirectory(tools.resolve("node_modules/nodemailer")))
            return List.of(new Line(
                    "mail against smtp-source and nodemailer",
                    "not measured: needs Debian's postfix and nodejs, and npm ci in .ci/tools",
                    "–",
                    false));
        List<Line> lines = new ArrayList<>();
        try (MailSinkProcess sink = MailSinkProcess.start()) {
            MailHouse plain = MailHouse.of(MAILS, sink.port(), CONNECTIONS, "");
            Path key = Files.writeString(Files.createTempFile("bench", ".pem"), key());
            MailHouse signed = MailHouse.of(
                    MAILS, sink.port(), CONNECTIONS, "  dkim: { domain: example.org, selector: s1, key-file: " + key + " }");
            byte[] sample = plain.sample(jar);
            double source = sink.source(MAILS, sample.length, CONNECTIONS);
            double nodemailer = nodemailer(sink, plain, sample);
            double ours = MAILS / plain.send(jar, MAILS).seconds();
            double oursSigned = MAILS / signed.send(jar, MAILS).seconds();
            lines.add(new Line(
                    String.format(Locale.ROOT, "`smtp-source`: mails of %,d bytes over %d connections", sample.length, CONNECTIONS),
                    perSecond(source),
                    "–",
                    true));
            lines.add(new Line("nodemailer's pool: the same, personalised", perSecond(nodemailer), "–", true));
            lines.add(compared("Postbag: the same, personalised, through the ledger, JVM start included", ours, source, "smtp-source", 0.3));
            lines.add(compared("the same", ours, nodemailer, "nodemailer", 3));
            lines.add(compared("the same, signed with RSA-2048", oursSigned, nodemailer, "nodemailer unsigned", 1));
            lines.add(memory(MailHouse.of(FEW, sink.port(), CONNECTIONS, ""), FEW));
            lines.add(memory(MailHouse.of(MANY, sink.port(), CONNECTIONS, ""), MANY));
        }
        return lines;
    }

    private static Line compared(String what, double ours, double theirs, String whose, double wanted) {
        double ratio = ours / theirs;
        return new Line(
                what,
                String.format(Locale.ROOT, "%s, %.2f of %s", perSecond(ours), ratio, whose),
                String.format(Locale.ROOT, "≥ %.2f", wanted),
                ratio >= wanted);
    }

    private Line memory(MailHouse house, int inboxes) throws IOException, InterruptedException {
        Run run = house.send(jar, inboxes);
        return new Line(
                String.format(Locale.ROOT, "a digest to %,d inboxes, most memory resident", inboxes),
                String.format(Locale.ROOT, "%d MB, %s", run.peakMegabytes(), perSecond(inboxes / run.seconds())),
                "≤ " + MOST_MEGABYTES + " MB",
                run.peakMegabytes() <= MOST_MEGABYTES);
    }

    private double nodemailer(MailSinkProcess sink, MailHouse house, byte[] sample) throws IOException, InterruptedException {
        Path mail = Files.write(house.folder().resolve("sample.eml"), sample);
        Process process = new ProcessBuilder(
                        "node",
                        tools.resolve("nodemailer-pool.mjs").toString(),
                        Integer.toString(sink.port()),
                        Integer.toString(NODEMAILER_MAILS),
                        Integer.toString(CONNECTIONS),
                        mail.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) throw new IllegalStateException("nodemailer failed: " + said);
        return Double.parseDouble(said);
    }

    private static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%,.0f a second", rate);
    }

    private static String key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
