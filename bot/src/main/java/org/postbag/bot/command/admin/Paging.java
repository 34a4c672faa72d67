package org.postbag.bot.command.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.bot.command.Button;

/** Pages of a list that a command shows: {@code p2} at the end of its arguments, and the buttons that turn them. */
final class Paging {
    private static final Pattern PAGE =
            Pattern.compile("(?:(.*)\\s+)?(?:p|第)(\\d{1,5})页?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private Paging() {}

    /**
     * @param rest the arguments without the page
     * @param page from 1
     */
    record Asked(String rest, int page) {
        static Asked of(String args) {
            String text = args.strip();
            Matcher matcher = PAGE.matcher(text);
            if (!matcher.matches()) return new Asked(text, 1);
            String rest = matcher.group(1) == null ? "" : matcher.group(1).strip();
            return new Asked(rest, Math.max(1, Integer.parseInt(matcher.group(2))));
        }
    }

    /** A row of buttons; none when there is but one page. */
    static List<List<Button>> turning(String command, int page, boolean more) {
        List<Button> row = new ArrayList<>();
        if (page > 1) row.add(Button.does("◀ " + (page - 1), command + " p" + (page - 1)));
        if (more) row.add(Button.does((page + 1) + " ▶", command + " p" + (page + 1)));
        return row.isEmpty() ? List.of() : List.of(row);
    }
}
