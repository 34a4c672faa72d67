package org.postbag.digest.telegram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postbag.digest.Section;
import org.postbag.digest.Story;

/** Divides a digest into messages and puts each together from {@link PageParts}. */
final class Pages {

    /** Room is kept for page numbers up to this; more pages only make a head a unit longer. */
    private static final int MANY = 999;

    private final PageParts parts;

    Pages(PageParts parts) {
        this.parts = parts;
    }

    /** Fills page after page with whole items. */
    List<List<Integer>> split() {
        List<List<Integer>> pages = new ArrayList<>();
        List<Integer> page = new ArrayList<>();
        Measure used = empty(true);
        for (Section section : parts.digest().sections()) {
            boolean headed = false;
            for (int i = 0; i < section.stories().size(); i++) {
                Story story = section.stories().get(i);
                Measure block = with(Measure.NOTHING, parts.item(story, 0));
                boolean last = i == section.stories().size() - 1;
                if (last && section.more() > 0)
                    block = with(block, parts.more(section).measure());
                Measure next = (headed
                                ? used
                                : with(used, parts.heading(section, i > 0).measure()))
                        .plus(block);
                if (!next.fits() && !page.isEmpty()) {
                    pages.add(page);
                    page = new ArrayList<>();
                    next = with(empty(false), parts.heading(section, i > 0).measure())
                            .plus(block);
                }
                page.add(story.number());
                used = next;
                headed = true;
            }
        }
        pages.add(page);
        return pages.stream().map(List::copyOf).toList();
    }

    private Measure empty(boolean first) {
        return with(
                parts.header(first ? 1 : MANY, MANY).measure(),
                parts.footer(true).measure());
    }

    /** One more part, with the gap before it. */
    private static Measure with(Measure used, Measure part) {
        return used.plus(part).plus(2);
    }

    List<String> render(List<List<Integer>> pages) {
        int count = Math.max(1, pages.size());
        return IntStream.range(0, count).mapToObj(i -> page(pages, i)).toList();
    }

    /**
     * One page, counted from 0, its items made smaller, the largest first, until it fits: templates may have grown since it
     * was split.
     */
    String page(List<List<Integer>> pages, int page) {
        int count = Math.max(1, pages.size());
        Objects.checkIndex(page, count);
        Set<Integer> numbers = pages.isEmpty() ? Set.of() : Set.copyOf(pages.get(page));
        Set<Integer> earlier = pages.stream().limit(page).flatMap(List::stream).collect(Collectors.toSet());
        Map<Integer, Integer> sizes = new HashMap<>();
        while (true) {
            String text = assemble(page + 1, count, numbers, earlier, sizes);
            if (Measure.of(text).fits() || !shrink(numbers, sizes)) return text;
        }
    }

    private boolean shrink(Set<Integer> numbers, Map<Integer, Integer> sizes) {
        Story largest = null;
        int most = -1;
        for (Story story : parts.digest().numbered()) {
            int size = sizes.getOrDefault(story.number(), 0);
            if (!numbers.contains(story.number()) || size == TelegramItems.SMALLEST) continue;
            int units = parts.item(story, size).units();
            if (units > most) {
                most = units;
                largest = story;
            }
        }
        if (largest == null) return false;
        sizes.merge(largest.number(), 1, Integer::sum);
        return true;
    }

    private String assemble(
            int page, int pages, Set<Integer> numbers, Set<Integer> earlier, Map<Integer, Integer> sizes) {
        StringBuilder out = new StringBuilder(parts.header(page, pages).html());
        for (Section section : parts.digest().sections()) {
            boolean headed = false;
            for (Story story : section.stories()) {
                if (!numbers.contains(story.number())) continue;
                if (!headed) {
                    boolean continued = section.stories().stream().anyMatch(s -> earlier.contains(s.number()));
                    out.append("\n\n").append(parts.heading(section, continued).html());
                }
                out.append(headed ? parts.gap() : "\n");
                headed = true;
                parts.append(out, story, sizes.getOrDefault(story.number(), 0));
            }
            boolean complete = headed
                    && numbers.contains(
                            section.stories().get(section.stories().size() - 1).number());
            if (complete && section.more() > 0)
                out.append(parts.gap()).append(parts.more(section).html());
        }
        PageParts.Part footer = parts.footer(page == pages);
        if (!footer.isEmpty()) out.append("\n\n").append(footer.html());
        return out.toString();
    }
}
