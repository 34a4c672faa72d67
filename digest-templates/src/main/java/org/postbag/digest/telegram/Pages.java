package org.postbag.digest.telegram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<String> texts = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        int count = Math.max(1, pages.size());
        for (int i = 0; i < count; i++) {
            Set<Integer> numbers = pages.isEmpty() ? Set.of() : new HashSet<>(pages.get(i));
            texts.add(page(i + 1, count, numbers, begun));
        }
        return texts;
    }

    /** One page, its items made smaller, the largest first, until it fits: templates may have grown since it was split. */
    private String page(int page, int pages, Set<Integer> numbers, Set<String> begun) {
        Map<Integer, Integer> sizes = new HashMap<>();
        Set<String> before = Set.copyOf(begun);
        while (true) {
            String text = assemble(page, pages, numbers, before, begun, sizes);
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
            int page,
            int pages,
            Set<Integer> numbers,
            Set<String> before,
            Set<String> begun,
            Map<Integer, Integer> sizes) {
        StringBuilder out = new StringBuilder(parts.header(page, pages).html());
        for (Section section : parts.digest().sections()) {
            boolean headed = false;
            for (Story story : section.stories()) {
                if (!numbers.contains(story.number())) continue;
                if (!headed) {
                    out.append("\n\n")
                            .append(parts.heading(section, before.contains(section.tag()))
                                    .html());
                    begun.add(section.tag());
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
