package org.postbag.posts.summary.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** A list of words that lies beside this class: separated by white space, {@code #} begins a comment. */
final class WordList {
    private WordList() {}

    static Set<String> read(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the jar lacks " + name + "; build it anew");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("#.*", "");
            return Set.copyOf(Arrays.asList(text.strip().split("\\s+", 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
