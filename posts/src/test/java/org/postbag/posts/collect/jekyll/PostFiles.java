package org.postbag.posts.collect.jekyll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.postbag.posts.collect.RawPost;

/** Posts as somebody would write them, parsed as in Shanghai. */
final class PostFiles {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final String PATH = "_posts/2021-05-03-first-snow.md";

    private static final JekyllParser PARSER = new JekyllParser();

    private PostFiles() {}

    static Parsed parse(String path, String file) {
        return PARSER.parse(path, file.getBytes(StandardCharsets.UTF_8), SHANGHAI);
    }

    static RawPost post(String path, String file) {
        Parsed parsed = parse(path, file);
        assertThat(parsed).isInstanceOf(Parsed.Published.class);
        return ((Parsed.Published) parsed).post();
    }

    /** The post of a front matter of these fields. */
    static RawPost front(String fields) {
        return post(PATH, "---\n" + fields + "\n---\nBody.\n");
    }

    static Parsed.Unreadable broken(String path, String file) {
        Parsed parsed = parse(path, file);
        assertThat(parsed).isInstanceOf(Parsed.Unreadable.class);
        return (Parsed.Unreadable) parsed;
    }
}
