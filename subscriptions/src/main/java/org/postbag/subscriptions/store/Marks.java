package org.postbag.subscriptions.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postbag.posts.store.Database;

/**
 * Writes what every delivery writes on its way: its content, a mark before each message and the answer to it. Those of
 * several threads share a transaction ({@link GroupCommit}) and its statements. Ends that are rarer are {@link Outcomes}'.
 */
final class Marks {

    private final GroupCommit<Mark, Answer> group;

    Marks(Database db) {
        group = new GroupCommit<>(marks -> db.write(handle -> write(handle, marks)));
    }

    private enum Answer {
        WRITTEN,
        /** The token no longer holds. */
        LOST,
        OUT_OF_ORDER
    }

    /** False when the claim holds no more. */
    boolean write(Mark mark) {
        return switch (group.commit(mark)) {
            case WRITTEN -> true;
            case LOST -> false;
            case OUT_OF_ORDER ->
                throw new IllegalStateException(
                        "delivery " + mark.claim().delivery().id() + ": " + mark.outOfOrder());
        };
    }

    /** Equal steps together, and in the order of the rows: two nodes that lock several must not wait crosswise. */
    private static List<Answer> write(Handle handle, List<Mark> marks) {
        Answer[] answers = new Answer[marks.size()];
        Map<String, List<Integer>> equal = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i++)
            equal.computeIfAbsent(marks.get(i).sql(), sql -> new ArrayList<>()).add(i);
        List<Mark.Accepted> accepted = new ArrayList<>();
        List<Claim> closed = new ArrayList<>();
        equal.forEach((sql, places) -> {
            places.sort(
                    Comparator.comparing(i -> marks.get(i).claim().delivery().id()));
            int[] changed = update(handle, sql, places.stream().map(marks::get).toList());
            for (int i = 0; i < changed.length; i++) {
                Mark mark = marks.get(places.get(i));
                answers[places.get(i)] = changed[i] == 1 ? Answer.WRITTEN : unchanged(handle, mark.claim());
                if (changed[i] == 1 && mark instanceof Mark.Accepted answer) accepted.add(answer);
                if (changed[i] == 1 && mark instanceof Mark.AcceptedLast last) {
                    accepted.add(last.answer());
                    closed.add(last.claim());
                }
            }
        });
        if (!accepted.isEmpty()) insertMessages(handle, accepted);
        if (!closed.isEmpty()) close(handle, closed);
        return Arrays.asList(answers);
    }

    private static int[] update(Handle handle, String sql, List<Mark> marks) {
        PreparedBatch batch = handle.prepareBatch(sql);
        for (Mark mark : marks) {
            mark.bind(batch);
            batch.bind("id", mark.claim().delivery().id())
                    .bind("token", mark.claim().token())
                    .add();
        }
        return batch.execute();
    }

    /** Tells a claim that is no longer held, which happens, from a step out of order, which is a fault. */
    private static Answer unchanged(Handle handle, Claim claim) {
        return Outcomes.isHeld(handle, claim) ? Answer.OUT_OF_ORDER : Answer.LOST;
    }

    private static void insertMessages(Handle handle, List<Mark.Accepted> accepted) {
        PreparedBatch batch = handle.prepareBatch(
                """
                INSERT INTO delivery_message (delivery_id, part, subscription_id, message_id, accepted_at)
                VALUES (:delivery, :message, :subscription, :messageId, :at)
                """);
        for (Mark.Accepted answer : accepted)
            batch.bind("delivery", answer.claim().delivery().id())
                    .bind("message", answer.message())
                    .bind("subscription", answer.claim().delivery().subscription())
                    .bind("messageId", answer.messageId())
                    .bind("at", answer.at().toEpochMilli())
                    .add();
        batch.execute();
    }

    private static void close(Handle handle, List<Claim> closed) {
        SubscriptionRows.moveCursors(
                handle, closed.stream().map(claim -> claim.delivery().id()).toList());
        Map<String, Long> channels = new TreeMap<>();
        for (Claim claim : closed) channels.merge(claim.subscription().address().channel(), 1L, Long::sum);
        channels.forEach((channel, rows) -> Tally.add(
                handle, channel, DeliveryStatus.SENT, closed.get(0).delivery().id(), rows));
    }
}
