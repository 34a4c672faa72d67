package org.postbag.posts.collect.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The children of an element by what they are ({@link Names}). Several names are asked in the order of their rank. */
final class Fields {
    private final Map<String, List<Element>> byName = new HashMap<>();

    private Fields() {}

    static Fields of(Element parent) {
        Fields fields = new Fields();
        for (Element child : parent.children())
            fields.byName
                    .computeIfAbsent(Names.of(child), name -> new ArrayList<>())
                    .add(child);
        return fields;
    }

    /** Those of the first name, then of the second. */
    List<Element> all(String... names) {
        return Stream.of(names)
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .toList();
    }

    @Nullable
    Element first(String... names) {
        for (String name : names) {
            List<Element> found = byName.get(name);
            if (found != null) return found.get(0);
        }
        return null;
    }

    /** The first that says something; null when none does. */
    @Nullable
    String text(String... names) {
        for (Element e : all(names)) {
            String text = text(e);
            if (!text.isEmpty()) return text;
        }
        return null;
    }

    static String text(Element e) {
        return e.wholeText().strip();
    }
}
