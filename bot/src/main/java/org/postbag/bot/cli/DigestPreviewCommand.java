package org.postbag.bot.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code digest preview}: what would be sent, sent to nobody. {@link Previewing} makes it; this class reads options. */
@Command(name = "preview", description = "Shows what would be sent; nothing is sent or marked.")
final class DigestPreviewCommand implements Callable<Integer> {
    private static final List<String> CHANNELS = List.of("telegram", "email", "text", "json");
    private final Session session;

    @Option(names = "--channel", description = "telegram, email, text or json (default: text)")
    @Nullable
    String channel;

    @Option(
            names = "--for",
            paramLabel = "ADDRESS",
            description = "with this subscriber's settings; without --from, what is new to them")
    @Nullable
    String subscriber;

    @Option(names = "--tags", split = ",", description = "followed tags")
    @Nullable
    List<String> tags;

    @Option(names = "--lang", description = "zh or en")
    @Nullable
    String lang;

    @Option(
            names = "--from",
            paramLabel = "D",
            description = "posts dated at or after: an instant, a day or an age (24h)")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "D", description = "posts dated before")
    @Nullable
    String to;

    @Option(
            names = "--posts",
            paramLabel = "DIR",
            description = "a Jekyll folder to take the posts from, instead of those collected")
    @Nullable
    Path posts;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it, instead of stdout")
    @Nullable
    Path out;

    @Option(names = "--json", description = "as --channel json")
    boolean json;

    DigestPreviewCommand(Session session) {
        this.session = session;
    }

    /** What was asked for, as typed. */
    record Wanted(
            @Nullable String subscriber,
            @Nullable List<String> tags,
            @Nullable String lang,
            @Nullable String from,
            @Nullable String to,
            @Nullable Path posts) {}

    @Override
    public Integer call() throws IOException {
        String shown = channel != null ? channel : json ? "json" : "text";
        if (!CHANNELS.contains(shown))
            throw new WrongUsage("--channel " + shown + ": write " + String.join(", ", CHANNELS));
        try (Previewing previewing = Previewing.open(session, new Wanted(subscriber, tags, lang, from, to, posts))) {
            byte[] bytes = previewing.as(shown);
            if (out != null) {
                Files.write(out, bytes);
                session.err().println("Written to " + out.toAbsolutePath());
            } else {
                session.out().writeBytes(bytes);
                session.out().flush();
            }
            previewing.problems().forEach(session.err()::println);
            return 0;
        }
    }

    static byte[] utf8(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        if (!text.endsWith("\n")) bytes.write('\n');
        return bytes.toByteArray();
    }
}
