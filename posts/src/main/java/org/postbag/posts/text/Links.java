package org.postbag.posts.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web addresses as readers should get them: absolute, http or https, without the parameters that track readers. */
public final class Links {
    private static final int MAX_LENGTH = 4096;
    private static final Pattern TRACKING = Pattern.compile(
            "(?:utm_\\w*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_anon_id|oly_enc_id)(?:=.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/\\s]+.*");

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);

    private Links() {}

    /** The address resolved against {@code base} and cleaned; empty when it is not one of the web. */
    public static Optional<String> clean(@Nullable String base, String address) {
        String absolute = resolve(base, address.strip());
        if (absolute == null
                || absolute.length() > MAX_LENGTH
                || !ABSOLUTE.matcher(absolute).matches()) return Optional.empty();
        return Optional.of(withoutTracking(absolute));
    }

    private static @Nullable String resolve(@Nullable String base, String address) {
        if (address.isEmpty()) return null;
        String lower = address.substring(0, Math.min(10, address.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) return address;
        if (address.startsWith("//")) return "https:" + address;
        if (base == null || SCHEME.matcher(lower).matches()) return null;
        try {
            return new URI(base).resolve(new URI(address.replace(" ", "%20"))).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            // An address that is no URI leads nowhere; the text of its link stays.
            return null;
        }
    }

    private static String withoutTracking(String address) {
        int query = address.indexOf('?');
        if (query < 0) return address;
        int fragment = address.indexOf('#', query);
        String end = fragment < 0 ? "" : address.substring(fragment);
        String[] parameters = address.substring(query + 1, fragment < 0 ? address.length() : fragment)
                .split("&(?:amp;)?", -1);
        List<String> kept = new ArrayList<>();
        for (String parameter : parameters) if (!TRACKING.matcher(parameter).matches()) kept.add(parameter);
        if (kept.size() == parameters.length) return address;
        return address.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept)) + end;
    }
}
