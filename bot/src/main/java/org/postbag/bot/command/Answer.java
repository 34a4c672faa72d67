package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postbag.digest.Digest;
import org.postbag.digest.Listed;
import org.postbag.digest.Story;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;

/** What to show to the asker; plain text throughout, escaping is the channels' work. */
public sealed interface Answer {

    /** Paragraphs of plain text. */
    record Said(List<String> paragraphs) implements Answer {
        public Said {
            paragraphs = List.copyOf(paragraphs);
        }

        @Override
        public String toString() {
            return String.join("\n\n", paragraphs);
        }
    }

    /** Paragraphs with rows of buttons; a press that leads to another menu changes the message in place. */
    record Menu(List<String> paragraphs, List<List<Button>> rows) implements Answer {
        public Menu {
            paragraphs = List.copyOf(paragraphs);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A question; what the reader replies is given to {@code command} as its arguments. */
    record Question(String text, String command) implements Answer {}

    /**
     * A numbered list of posts; numbers answered later refer to it.
     *
     * @param first number of the first item
     * @param rows buttons below it, such as those that turn pages
     */
    record Listing(String heading, int first, List<Item> items, String footer, List<List<Button>> rows)
            implements Answer {
        public Listing {
            items = List.copyOf(items);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** From 1 on, without buttons. */
        public Listing(String heading, List<Item> items, String footer) {
            this(heading, 1, items, footer, List.of());
        }

        /** The items with their numbers. */
        public List<Listed> numbered() {
            List<Listed> numbered = new ArrayList<>();
            for (Item item : items) numbered.add(new Listed(first + numbered.size(), item.post(), item.snippet()));
            return numbered;
        }

        public SortedMap<Integer, PostRef> numbers() {
            SortedMap<Integer, PostRef> numbers = new TreeMap<>();
            for (Item item : items)
                numbers.put(first + numbers.size(), item.post().ref());
            return numbers;
        }
    }

    /** One line of a {@link Listing}: a post and what to show below its title. */
    record Item(Post post, String snippet) {}

    /** A digest made for the asker; numbers answered later refer to it. */
    record Digested(Digest digest) implements Answer {

        /** The lead posts by their numbers. */
        public SortedMap<Integer, PostRef> numbers() {
            SortedMap<Integer, PostRef> numbers = new TreeMap<>();
            for (Story story : digest.numbered())
                numbers.put(story.number(), story.lead().ref());
            return numbers;
        }
    }

    /** Whole articles, each with the number it was asked by, and remarks on those that could not be had. */
    record Articles(List<Integer> numbers, List<PostRef> refs, List<String> remarks) implements Answer {
        public Articles {
            if (numbers.size() != refs.size()) throw new IllegalArgumentException("a number for each article");
            numbers = List.copyOf(numbers);
            refs = List.copyOf(refs);
            remarks = List.copyOf(remarks);
        }
    }

    /** A file, with a sentence on what it is. */
    record Document(String name, String text, String caption) implements Answer {}

    /** A mail to another address or the asker's own follows; nothing is shown here. */
    record Silence() implements Answer {}

    static Answer said(String... paragraphs) {
        return new Said(List.of(paragraphs));
    }
}
