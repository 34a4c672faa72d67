package org.postbag.bot.cli;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigException;
import org.postbag.bot.config.ConfigProblem;
import org.postbag.bot.email.MailWriter;
import org.postbag.bot.email.TrustedCertificates;
import org.postbag.bot.email.dkim.DkimSigner;
import org.postbag.digest.TemplateException;
import org.postbag.digest.Templates;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.digest.web.WebRenderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code config check}: every mistake at once. */
@Command(name = "check", description = "Lists every mistake in the configuration at once.")
final class ConfigCheckCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    ConfigCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ConfigProblem> problems = List.of();
        try {
            Config config = session.load().config();
            problems = new ArrayList<>(templates(config));
            problems.addAll(mail(config.email()));
        } catch (ConfigException e) {
            problems = e.problems();
        }
        if (json) Json.line(session.out(), Map.of("file", session.configFile().toString(), "problems", problems));
        else if (problems.isEmpty()) session.out().println(session.configFile() + " is in order.");
        else problems.forEach(problem -> session.err().println(session.configFile() + ": " + problem));
        return problems.isEmpty() ? 0 : Faults.WRONG_USAGE;
    }

    /** The address mails come from, and the files that are read when the first one is sent. */
    private static List<ConfigProblem> mail(Config.Email email) {
        List<ConfigProblem> problems = new ArrayList<>();
        tried(problems, "email.from", () -> MailWriter.parse(email.from()));
        Config.Dkim dkim = email.dkim();
        if (dkim != null) tried(problems, "email.dkim.key-file", () -> new DkimSigner(dkim));
        for (Config.Smtp server : email.smtp())
            if (server.trust() != null)
                tried(problems, "email.smtp.trust", () -> TrustedCertificates.sockets(server.trust()));
        Config.Imap imap = email.imap();
        if (imap != null && imap.trust() != null)
            tried(problems, "email.imap.trust", () -> TrustedCertificates.sockets(imap.trust()));
        return problems;
    }

    private static void tried(List<ConfigProblem> problems, String key, Supplier<Object> making) {
        try {
            var unused = making.get();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            problems.add(new ConfigProblem(0, key, String.valueOf(e.getMessage())));
        }
    }

    /** The operator's own templates and phrases are part of what has to be right. */
    private static List<ConfigProblem> templates(Config config) {
        try {
            Templates templates = new Templates(config.templates());
            // Making each of them reads all of its files.
            var unused = List.of(
                    new EmailRenderer(templates),
                    new TelegramRenderer(templates),
                    new WebRenderer(templates),
                    Application.phrases(config));
            return List.of();
        } catch (IllegalArgumentException | TemplateException e) {
            return List.of(new ConfigProblem(0, "templates", String.valueOf(e.getMessage())));
        }
    }
}
