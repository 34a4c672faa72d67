package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postbag.digest.Digest;
import org.postbag.digest.Listed;
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
            return paragraphs.stream().collect(Collectors.joining("\n\n"));
        }
    }

    /** A numbered list of posts; numbers answered later refer to it. */
    record Listing(String heading, List<Item> items, String footer) implements Answer {
        public Listing {
            items = List.copyOf(items);
        }

        /** The items with their numbers, from 1. */
        public List<Listed> numbered() {
            List<Listed> numbered = new ArrayList<>();
            for (Item item : items) numbered.add(new Listed(numbered.size() + 1, item.post(), item.snippet()));
            return numbered;
        }

        public List<PostRef> refs() {
            return items.stream().map(item -> item.post().ref()).toList();
        }
    }

    /** One line of a {@link Listing}: a post and what to show below its title. */
    record Item(Post post, String snippet) {}

    /** A digest made for the asker; numbers answered later refer to it. */
    record Digested(Digest digest) implements Answer {

        /** The lead posts, the one of number n at n - 1. */
        public List<PostRef> refs() {
            return digest.numbered().stream().map(story -> story.lead().ref()).toList();
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

    /** A mail to another address or the asker's own follows; nothing is shown here. */
    record Silence() implements Answer {}

    static Answer said(String... paragraphs) {
        return new Said(List.of(paragraphs));
    }
}
