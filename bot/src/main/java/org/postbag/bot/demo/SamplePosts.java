package org.postbag.bot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The posts packed in the jar, dated within the last day whatever day it is. */
final class SamplePosts {
    private static final String FOLDER = "/org/postbag/bot/demo/posts/";

    private final Instant now;

    SamplePosts(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Each line of the index names how many hours ago a post was published, and its file. */
    void unpack(Path folder) throws IOException {
        for (String line : read("index.txt").lines().filter(l -> !l.isBlank()).toList()) {
            String[] parts = line.strip().split("\\s+", 2);
            Instant date = now.minus(Duration.ofHours(Long.parseLong(parts[0])));
            String post = read(parts[1])
                    .replace("@DATE@", date.toString())
                    .replace(
                            "@EPOCH@",
                            Long.toString(date.plus(Duration.ofMinutes(20)).toEpochMilli()));
            Files.writeString(folder.resolve(LocalDate.ofInstant(date, ZoneOffset.UTC) + "-" + parts[1]), post);
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream in = SamplePosts.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) throw new IllegalStateException("the sample post " + name + " is missing from the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
