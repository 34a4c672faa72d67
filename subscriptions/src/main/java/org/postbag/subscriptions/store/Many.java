package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Roster.Decision;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Timetable;

/** Reads and adds many subscriptions with few statements, for lists; {@link SubscriptionStore} does the rest. */
final class Many {

    private Many() {}

    /** By their addresses' keys; those that are not there are left out. */
    static Map<String, Subscription> known(Handle handle, Address... addresses) {
        if (addresses.length == 0) return Map.of();
        return handle.createQuery(SubscriptionRows.SELECT + "WHERE s.address_key IN (<keys>)")
                .bindList("keys", Arrays.stream(addresses).map(Address::key).toList())
                .map(SubscriptionRows::subscription)
                .collect(Collectors.toMap(s -> s.address().key(), Function.identity()));
    }

    static List<Result> decided(List<Decision> decisions, Map<String, Subscription> known) {
        return decisions.stream()
                .map(each -> each.rule()
                        .apply(Optional.ofNullable(known.get(each.address().key()))))
                .toList();
    }

    /** Those that the rules created. */
    static void insert(Handle handle, List<Result> results, Instant now) {
        List<Subscription> added = new ArrayList<>();
        for (Result result : results)
            if (result instanceof Result.Done done && done.kind() == Result.Kind.CREATED) added.add(done.after());
        if (added.isEmpty()) return;
        Map<Timetable, Long> timetables = new HashMap<>();
        long id = Sequence.SUBSCRIPTION.take(handle, added.size()) - added.size();
        PreparedBatch batch = SubscriptionRows.inserts(handle);
        for (Subscription s : added) {
            long timetable = timetables.computeIfAbsent(
                    s.settings().timetable(), wanted -> TimetableRows.idOf(handle, wanted, now));
            SubscriptionRows.inserted(batch, s, ++id, timetable).add();
        }
        batch.execute();
    }
}
