package org.postbag.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;

class SettingsTest {

    private static final Quiet NIGHT = Quiet.parse("23:00-07:00");
    private static final Settings SETTINGS = new Settings(
            new Selection(Set.of("AI"), Set.of("sport"), Set.of("chips")),
            ReaderLanguage.ZH,
            new Timetable(LocalTime.of(7, 30), Days.DAILY, ZoneId.of("Asia/Shanghai")),
            Length.SHORT,
            NIGHT);

    @Test
    void noChangeLeavesEverythingAsItIs() {
        assertThat(SETTINGS.with(Change.none())).isEqualTo(SETTINGS);
    }

    @Test
    void aChangeTouchesWhatItNamesAndNothingElse() {
        assertThat(SETTINGS.with(Change.none().withTags(Set.of("tech"))))
                .isEqualTo(SETTINGS.withSelection(new Selection(Set.of("tech"), Set.of("sport"), Set.of("chips"))));
        assertThat(SETTINGS.with(Change.none().withMute(Set.of())))
                .isEqualTo(SETTINGS.withSelection(new Selection(Set.of("AI"), Set.of(), Set.of("chips"))));
        assertThat(SETTINGS.with(Change.none().withKeywords(Set.of("x"))))
                .isEqualTo(SETTINGS.withSelection(new Selection(Set.of("AI"), Set.of("sport"), Set.of("x"))));
        assertThat(SETTINGS.with(Change.none().withLang(ReaderLanguage.EN)))
                .isEqualTo(SETTINGS.withLang(ReaderLanguage.EN));
        assertThat(SETTINGS.with(Change.none().withLength(Length.LONG))).isEqualTo(SETTINGS.withLength(Length.LONG));
        assertThat(SETTINGS.with(Change.none().withAt(LocalTime.NOON)).timetable())
                .isEqualTo(new Timetable(LocalTime.NOON, Days.DAILY, ZoneId.of("Asia/Shanghai")));
        assertThat(SETTINGS.with(Change.none().withDays(Days.WEEKLY)))
                .isEqualTo(SETTINGS.withTimetable(
                        new Timetable(LocalTime.of(7, 30), Days.WEEKLY, ZoneId.of("Asia/Shanghai"))));
        assertThat(SETTINGS.with(Change.none().withZone(ZoneId.of("Europe/Berlin")))
                        .timetable())
                .isEqualTo(new Timetable(LocalTime.of(7, 30), Days.DAILY, ZoneId.of("Europe/Berlin")));
    }

    @Test
    void quietHoursAreLeftSwitchedOffOrSet() {
        assertThat(SETTINGS.with(Change.none()).quiet()).isEqualTo(NIGHT);
        assertThat(SETTINGS.with(Change.none().withQuiet(Optional.empty())).quiet())
                .isNull();
        Quiet noon = Quiet.parse("12:00-14:00");
        assertThat(SETTINGS.with(Change.none().withQuiet(Optional.of(noon)))).isEqualTo(SETTINGS.withQuiet(noon));
    }

    @Test
    void changesAddUp() {
        Change both = Change.none()
                .withLang(ReaderLanguage.EN)
                .withTags(Set.of("a"))
                .withAt(LocalTime.NOON)
                .withDays(Days.WEEKLY)
                .withZone(ZoneId.of("UTC"))
                .withLength(Length.TITLES)
                .withMute(Set.of("b"))
                .withKeywords(Set.of("c"))
                .withQuiet(Optional.empty());
        assertThat(SETTINGS.with(both))
                .isEqualTo(new Settings(
                        new Selection(Set.of("a"), Set.of("b"), Set.of("c")),
                        ReaderLanguage.EN,
                        new Timetable(LocalTime.NOON, Days.WEEKLY, ZoneId.of("UTC")),
                        Length.TITLES,
                        null));
    }

    @Test
    void wordsAreStrippedAndKeepTheirOrder() {
        Change change = Change.none().withTags(new LinkedHashSet<>(List.of(" b ", "a", "b")));
        assertThat(change.tags()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "\u0007"})
    void aWordThatIsNoneIsRefused(String word) {
        assertThatThrownBy(() -> Change.none().withTags(Set.of(word)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tags '")
                .hasMessageContaining("use 1 to 100 characters");
        assertThatThrownBy(() -> Change.none().withMute(Set.of(word))).hasMessageContaining("mute '");
        assertThatThrownBy(() -> Change.none().withKeywords(Set.of(word))).hasMessageContaining("keywords '");
    }

    @Test
    void wordsAndTheirNumberAreBounded() {
        String longest = "😀".repeat(100);
        assertThat(Change.none().withTags(Set.of(longest)).tags()).containsExactly(longest);
        assertThatThrownBy(() -> Change.none().withTags(Set.of(longest + "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Change.none().withTags(words(200)).tags()).hasSize(200);
        assertThatThrownBy(() -> Change.none().withTags(words(201)))
                .hasMessage("tags: 201 are too many; name at most 200");
    }

    private static Set<String> words(int count) {
        return IntStream.range(0, count).mapToObj(n -> "t" + n).collect(Collectors.toSet());
    }

    @Test
    void statusAndAccessHaveWords() {
        assertThat(Status.UNSUBSCRIBED.word()).isEqualTo("unsubscribed");
        for (Status status : Status.values())
            assertThat(Status.of(status.word())).contains(status);
        assertThat(Status.of(" Active ")).contains(Status.ACTIVE);
        assertThat(Status.of("x")).isEmpty();
        for (Access access : Access.values())
            assertThat(Access.of(access.word())).contains(access);
        assertThat(Access.APPROVAL.word()).isEqualTo("approval");
        assertThat(Access.of(" Open")).contains(Access.OPEN);
        assertThat(Access.of("x")).isEmpty();
    }

    @Test
    void aListStartsAndEndsSomewhere() {
        assertThatThrownBy(() -> SubscriptionQuery.all().withPage(-1, 1)).hasMessageContaining("must not be negative");
        assertThatThrownBy(() -> SubscriptionQuery.all().withPage(0, -1)).hasMessageContaining("must not be negative");
    }
}
