package org.postbag.posts.collect.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Sha256;

/**
 * Gives each entry an id of its own. An entry without one goes by its address, else by its words. Where a feed repeats an
 * id, the same address and title are the same entry; others get the id with a digest of address and title behind it,
 * which does not depend on their order, so none is lost and none comes twice.
 */
final class EntryIds {
    private EntryIds() {}

    static List<FeedEntry> unique(List<EntryDraft> drafts) {
        Map<String, List<EntryDraft>> byId = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        List<EntryDraft> kept = new ArrayList<>();
        for (EntryDraft draft : drafts) {
            String id = id(draft);
            if (!seen.add(id + '\n' + draft.url + '\n' + draft.title)) continue;
            byId.computeIfAbsent(id, any -> new ArrayList<>()).add(draft);
            kept.add(draft);
        }
        Map<String, Integer> given = new HashMap<>();
        List<FeedEntry> entries = new ArrayList<>(kept.size());
        for (EntryDraft draft : kept) {
            String id = id(draft);
            if (byId.getOrDefault(id, List.of()).size() > 1) id += "#" + digest(draft.url, draft.title);
            int count = given.merge(id, 1, Integer::sum);
            entries.add(draft.entry(count == 1 ? id : id + "-" + count));
        }
        return entries;
    }

    private static String id(EntryDraft draft) {
        if (draft.id != null && !draft.id.isBlank()) return draft.id;
        if (draft.url != null) return draft.url;
        return "sha-256:" + digest(draft.title, draft.content != null ? draft.content : draft.summary);
    }

    private static String digest(@Nullable String first, @Nullable String second) {
        return Sha256.hex(first + "\n" + second).substring(0, 16);
    }
}
