package org.postbag.digest;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a digest's documents, taken together, under a size, by giving up in a fixed order: the items' sizes from the largest
 * to the smallest (images, then length of summaries, then summaries), then items, which are counted as "more". A size is given
 * up from the last item backwards, and no further than needed, so the items of a digest have at most two sizes, next to each
 * other. Items go from the longest section first, so that no topic falls silent while another has plenty.
 */
public final class SizeBudget {

    private SizeBudget() {}

    /**
     * What there is room for.
     *
     * @param shown the digest, or what is left of it
     * @param size the size its items are written in
     * @param larger the last number that is written in the size before {@code size}; 0 for none
     */
    public record Fitted(Digest shown, int size, int larger) {

        /** The size a story is written in. */
        public int sizeOf(Story story) {
            return story.number() <= larger ? size - 1 : size;
        }
    }

    /**
     * Fits a digest.
     *
     * @param documents of this digest; each has the same sizes of items
     * @param sizes how many sizes an item has
     * @param most UTF-8 bytes of all documents together
     */
    public static Fitted fit(Digest d, List<DigestDocument> documents, int sizes, int most) {
        for (int size = 0; size < sizes; size++) {
            long bytes = 0;
            for (DigestDocument document : documents) bytes += bytes(d, document, size);
            if (bytes <= most) return new Fitted(d, size, size == 0 ? 0 : larger(d, documents, size, most - bytes));
        }
        return new Fitted(trimmed(d, documents, sizes - 1, most), sizes - 1, 0);
    }

    /** Up to which number there is room for the size before, {@code left} bytes being free. */
    private static int larger(Digest d, List<DigestDocument> documents, int size, long left) {
        for (DigestDocument document : documents) left -= document.noteBytes(size - 1) - document.noteBytes(size);
        int larger = 0;
        for (Story story : d.numbered()) {
            left -= item(story, documents, size - 1) - item(story, documents, size);
            if (left < 0) break;
            larger = story.number();
        }
        return larger;
    }

    private static long bytes(Digest d, DigestDocument document, int size) {
        long bytes = document.frameBytes();
        List<Section> untold = new ArrayList<>();
        for (Section section : d.sections()) {
            if (section.stories().isEmpty()) {
                untold.add(section);
                continue;
            }
            bytes += document.headingBytes(section) + document.moreBytes(section, section.more());
            for (Story story : section.stories()) bytes += document.itemBytes(story, size);
        }
        return bytes + document.leftBytes(untold) + document.noteBytes(size);
    }

    private static Digest trimmed(Digest d, List<DigestDocument> documents, int size, int most) {
        List<Section> sections = d.sections();
        int[] kept = new int[sections.size()];
        // Lines that may come to be needed are counted from the start: a little room is left over, never too little.
        long bytes = 0;
        for (DigestDocument document : documents)
            bytes += document.frameBytes() + document.leftBytes(sections) + document.noteBytes(size) + 32;
        for (int i = 0; i < kept.length; i++) {
            Section section = sections.get(i);
            kept[i] = section.stories().size();
            if (kept[i] > 0) bytes += fixed(section, documents);
            for (Story story : section.stories()) bytes += item(story, documents, size);
        }
        while (bytes > most) {
            int longest = longest(kept);
            if (kept[longest] == 0) break; // only the frame is left
            Section section = sections.get(longest);
            bytes -= item(section.stories().get(--kept[longest]), documents, size);
            if (kept[longest] == 0) bytes -= fixed(section, documents);
        }
        int[] next = {0};
        return d.mapSections(section -> cut(section, kept[next[0]++]));
    }

    private static long item(Story story, List<DigestDocument> documents, int size) {
        long bytes = 0;
        for (DigestDocument document : documents) bytes += document.itemBytes(story, size);
        return bytes;
    }

    private static long fixed(Section section, List<DigestDocument> documents) {
        long bytes = 0;
        for (DigestDocument document : documents)
            bytes += document.headingBytes(section) + document.moreBytes(section, section.posts());
        return bytes;
    }

    /** The last of those that tell most. */
    private static int longest(int[] kept) {
        int longest = 0;
        for (int i = 1; i < kept.length; i++) if (kept[i] >= kept[longest]) longest = i;
        return longest;
    }

    private static Section cut(Section section, int kept) {
        List<Story> left = section.stories().subList(kept, section.stories().size());
        int more = section.more() + left.stream().mapToInt(Story::posts).sum();
        return new Section(section.tag(), section.stories().subList(0, kept), more);
    }
}
