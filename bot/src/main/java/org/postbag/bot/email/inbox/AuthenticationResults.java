package org.postbag.bot.email.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One Authentication-Results header (RFC 8601): what a mail server found out about a mail's sender. Comments and what
 * cannot be read are left out; length and counts are bounded.
 *
 * @param server the authserv-id in lower case: who says so
 */
public record AuthenticationResults(String server, List<Result> results) {
    private static final int LONGEST = 10_000;
    private static final int MOST = 50;

    public AuthenticationResults {
        results = List.copyOf(results);
    }

    /**
     * One method's finding.
     *
     * @param method such as {@code dkim}, in lower case, without a version
     * @param verdict such as {@code pass}, in lower case
     * @param properties {@code ptype.property} in lower case, such as {@code header.d}, and its value
     */
    public record Result(String method, String verdict, Map<String, String> properties) {
        public Result {
            properties = Map.copyOf(properties);
        }

        public boolean isPassed() {
            return verdict.equals("pass");
        }

        /** The value, or an empty one. */
        public String property(String name) {
            return properties.getOrDefault(name, "");
        }
    }

    /** Empty when the value names no server. */
    public static Optional<AuthenticationResults> parse(String header) {
        List<List<String>> parts = HeaderWords.of(header.length() > LONGEST ? header.substring(0, LONGEST) : header);
        if (parts.isEmpty() || parts.get(0).isEmpty()) return Optional.empty();
        List<String> first = parts.get(0);
        // What stands beside the server may only be a version; anything else is not of this form.
        boolean named = first.size() == 1 || (first.size() == 2 && first.get(1).matches("\\d{1,3}"));
        if (!named || first.get(0).isEmpty()) return Optional.empty();
        List<Result> results = new ArrayList<>();
        for (List<String> part : parts.subList(1, parts.size()))
            if (results.size() < MOST) result(part).ifPresent(results::add);
        return Optional.of(new AuthenticationResults(first.get(0).toLowerCase(Locale.ROOT), results));
    }

    /** {@code method[/version] = verdict} and then {@code name = value} each; {@code =} is a word of its own. */
    private static Optional<Result> result(List<String> words) {
        if (words.size() < 3 || !words.get(1).equals(HeaderWords.EQUALS)) return Optional.empty();
        String method = words.get(0).toLowerCase(Locale.ROOT).replaceFirst("/\\d+$", "");
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 3; i + 2 < words.size() && properties.size() < MOST; ) {
            if (words.get(i + 1).equals(HeaderWords.EQUALS)) {
                properties.putIfAbsent(words.get(i).toLowerCase(Locale.ROOT), words.get(i + 2));
                i += 3;
            } else {
                i++;
            }
        }
        return Optional.of(new Result(method, words.get(2).toLowerCase(Locale.ROOT), properties));
    }
}
