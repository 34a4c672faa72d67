package org.postbag.subscriptions.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Shown;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionLine;
import org.postbag.subscriptions.TimeOfDay;

/**
 * The cells of a line, and what they say of a subscription. An empty cell of {@code tags} or {@code mute} means none; any
 * other empty cell says nothing. Tags that hold a semicolon are taken for two.
 */
final class LineCells {

    /** As ISO 8601 writes years without a sign. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<Column, Integer> places;
    private final List<String> cells;

    LineCells(Map<Column, Integer> places, List<String> cells) {
        this.places = places;
        this.cells = cells;
    }

    /** @throws IllegalArgumentException with a message for the person who wrote the line */
    SubscriptionLine line() {
        if (cells.size() != places.size())
            throw new IllegalArgumentException(
                    "the line has " + cells.size() + " cells, but the first line names " + places.size() + " columns");
        Address address = Address.parse(address());
        String status = said(Column.STATUS);
        String created = said(Column.CREATED);
        return new SubscriptionLine(
                address,
                change(),
                status == null ? null : Status.of(status).orElseThrow(() -> wrong("status", status, statuses())),
                created == null ? null : instant(created));
    }

    /** As written, for messages. */
    String address() {
        String address = cell(Column.ADDRESS);
        return address == null ? "" : address.strip();
    }

    private Change change() {
        Change change = Change.none();
        String tags = cell(Column.TAGS);
        if (tags != null) change = change.withTags(words(tags));
        String mute = cell(Column.MUTE);
        if (mute != null) change = change.withMute(words(mute));
        String lang = said(Column.LANG);
        if (lang != null)
            change = change.withLang(ReaderLanguage.of(lang).orElseThrow(() -> wrong("lang", lang, "zh or en")));
        String zone = said(Column.ZONE);
        if (zone != null) change = change.withZone(zone(zone));
        String at = said(Column.AT);
        if (at != null) change = change.withAt(TimeOfDay.parse(at));
        String days = said(Column.DAYS);
        if (days != null) change = change.withDays(Days.parse(days));
        String length = said(Column.LENGTH);
        if (length != null)
            change = change.withLength(
                    Length.of(length).orElseThrow(() -> wrong("length", length, "titles, short or long")));
        return change;
    }

    private @Nullable String cell(Column column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? null : Formula.plain(cells.get(place));
    }

    private @Nullable String said(Column column) {
        String cell = cell(column);
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split("[;；]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw wrong("zone", zone, "a name such as Asia/Shanghai");
        }
    }

    private static Instant instant(String written) {
        try {
            Instant instant = written.length() == 10
                    ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(written);
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(END))
                return Instant.ofEpochMilli(instant.toEpochMilli());
        } catch (DateTimeException e) {
            // told below
        }
        throw wrong("created", written, "a day or an instant such as 2026-11-20 or 2026-11-20T07:30:00Z");
    }

    private static String statuses() {
        return Arrays.stream(Status.values()).map(Status::word).collect(Collectors.joining(", "));
    }

    private static IllegalArgumentException wrong(String column, String cell, String right) {
        return new IllegalArgumentException(column + " '" + Shown.of(cell) + "': write " + right);
    }

    /** In the order of the columns, ready to be written. */
    static List<String> of(Subscription s) {
        Settings settings = s.settings();
        return List.of(
                        s.address().toString(),
                        s.status().word(),
                        String.join(";", settings.selection().tags()),
                        String.join(";", settings.selection().mute()),
                        settings.lang().word(),
                        settings.timetable().zone().getId(),
                        TimeOfDay.format(settings.timetable().at()),
                        settings.timetable().days().toString().replace(',', ';'),
                        settings.length().word(),
                        s.created().toString())
                .stream()
                .map(Formula::guarded)
                .toList();
    }
}
