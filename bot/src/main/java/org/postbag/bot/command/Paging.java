package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which page is asked for at the end of a command's arguments, {@code p2} or 第2页, and the buttons that lead to others.
 *
 * @param rest the arguments without it
 * @param page from 1
 */
public record Paging(String rest, int page) {
    private static final Pattern SUFFIX =
            Pattern.compile("(?:^|(?<=\\s)|(?=第))(?:p(\\d{1,3})|第\\s?(\\d{1,3})\\s?[页頁])$", Pattern.CASE_INSENSITIVE);

    /** The first page when none is named. */
    public static Paging of(String args) {
        String text = args.strip();
        Matcher matcher = SUFFIX.matcher(text);
        if (!matcher.find()) return new Paging(text, 1);
        String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new Paging(text.substring(0, matcher.start()).strip(), Math.max(1, Integer.parseInt(number)));
    }

    /** How many pages so many items fill; at least one. */
    public static int pages(int items, int size) {
        return Math.max(1, (items + size - 1) / size);
    }

    /** The page that is shown: the last one when there are not so many any more. */
    public int within(int pages) {
        return Math.min(page, pages);
    }

    /** The items of a page. */
    public static <T> List<T> slice(List<T> items, int page, int size) {
        int from = Math.min(items.size(), (page - 1) * size);
        return items.subList(from, Math.min(items.size(), from + size));
    }

    /** One row, {@code ◀ 2/5 ▶}; none when there is but one page. */
    public static List<List<Button>> row(String command, int page, int pages) {
        return pages == 1 ? List.of() : List.of(row(command, page, page + "/" + pages, page < pages));
    }

    /** The same where nobody knows how many pages there are. */
    public static List<List<Button>> row(String command, int page, boolean more) {
        return page == 1 && !more ? List.of() : List.of(row(command, page, Integer.toString(page), more));
    }

    private static List<Button> row(String command, int page, String label, boolean more) {
        List<Button> row = new ArrayList<>();
        if (page > 1) row.add(Button.does("◀", command + " p" + (page - 1)));
        row.add(Button.shows(label));
        if (more) row.add(Button.does("▶", command + " p" + (page + 1)));
        return row;
    }
}
