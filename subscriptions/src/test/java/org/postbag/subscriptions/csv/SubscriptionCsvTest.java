package org.postbag.subscriptions.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.Timetable;
import org.postbag.subscriptions.csv.ImportReport.Rejected;
import org.postbag.subscriptions.store.SubscriptionStore;

/** Lists in and out, on both databases. */
class SubscriptionCsvTest {

    private static final String HEADER = "address,status,tags,mute,lang,zone,at,days,length,created\n";
    private static final String LIST = HEADER
            + """
            email:Li@example.org,active,人工智能;芯片,,zh,Asia/Shanghai,07:30,daily,short,2026-01-02T03:04:05.678Z
            email:b@example.org,suppressed,,,en,UTC,06:00,weekdays,titles,2026-01-02T00:00:00Z
            email:c@example.org,unsubscribed,,'=1+1,en,'+08:00,06:00,mon;thu,long,2026-01-02T00:00:00Z
            telegram:-1001/7,paused,"'-a;""b""\",x;y,zh,UTC,23:59,instant,short,2026-01-02T00:00:00Z
            telegram:2,pending,,,zh,UTC,07:30,weekly,short,2026-01-02T00:00:00Z
            """;

    private static final Map<Engine, Database> OPEN = new EnumMap<>(Engine.class);

    private static Subscriptions empty(Engine engine) {
        Database db = OPEN.computeIfAbsent(engine, e -> {
            Database opened = e.open();
            SubscriptionStore.migrate(opened);
            return opened;
        });
        db.change(handle -> handle.execute("DELETE FROM subscription"));
        Settings defaults = new Settings(
                Selection.everything(),
                ReaderLanguage.ZH,
                new Timetable(LocalTime.of(7, 30), Days.DAILY, ZoneOffset.UTC),
                Length.SHORT,
                null);
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC);
        return new Subscriptions(
                new SubscriptionStore(db), defaults, Access.OPEN, Duration.ofHours(24), () -> 0, clock);
    }

    private static ImportReport read(Subscriptions subscriptions, String csv) {
        return read(subscriptions, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportReport read(Subscriptions subscriptions, byte[] csv) {
        return SubscriptionImport.into(subscriptions, false).read(new ByteArrayInputStream(csv), lines -> {});
    }

    private static String written(Subscriptions subscriptions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SubscriptionExport.write(out, subscriptions, SubscriptionQuery.all());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Subscription find(Subscriptions subscriptions, String address) {
        return subscriptions.find(Address.parse(address)).orElseThrow();
    }

    private static ImportReport counts(long added, long updated, long unchanged) {
        return new ImportReport(added + updated + unchanged, added, updated, unchanged, 0, List.of());
    }

    @ParameterizedTest
    @EnumSource
    void aListIsTakenOverAndWrittenAsItWas(Engine engine) {
        Subscriptions subscriptions = empty(engine);
        assertThat(read(subscriptions, LIST)).isEqualTo(counts(5, 0, 0));
        Subscription li = find(subscriptions, "email:li@example.org");
        assertThat(li.address()).hasToString("email:Li@example.org");
        assertThat(li.status()).isEqualTo(Status.ACTIVE);
        assertThat(li.settings().selection().tags()).containsExactly("人工智能", "芯片");
        assertThat(li.created()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        Subscription c = find(subscriptions, "email:c@example.org");
        assertThat(c.settings().selection().mute()).containsExactly("=1+1");
        assertThat(c.settings().timetable().zone()).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(c.settings().timetable().days()).isEqualTo(Days.parse("mon,thu"));
        assertThat(find(subscriptions, "telegram:-1001/7")
                        .settings()
                        .selection()
                        .tags())
                .containsExactly("-a", "\"b\"");

        String first = written(subscriptions);
        assertThat(first.lines().sorted())
                .containsExactlyElementsOf(LIST.lines().sorted()::iterator);
        assertThat(read(subscriptions, first)).as("a second import").isEqualTo(counts(0, 0, 5));
        Subscriptions elsewhere = empty(engine);
        assertThat(read(elsewhere, first)).isEqualTo(counts(5, 0, 0));
        assertThat(written(elsewhere)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheListDoesNotSayStaysAsItIs(Engine engine) {
        Subscriptions subscriptions = empty(engine);
        read(subscriptions, LIST);
        assertThat(read(subscriptions, "Length;ADDRESS ;at\nlong;email:li@EXAMPLE.org;\n"))
                .isEqualTo(counts(0, 1, 0));
        Subscription li = find(subscriptions, "email:li@example.org");
        assertThat(li.settings().length()).isEqualTo(Length.LONG);
        assertThat(li.settings().timetable().at()).isEqualTo(LocalTime.of(7, 30));
        assertThat(li.settings().selection().tags()).hasSize(2);
        read(subscriptions, "address,tags\nemail:li@example.org,\n");
        assertThat(find(subscriptions, "email:li@example.org")
                        .settings()
                        .selection()
                        .tags())
                .as("an empty list is a list")
                .isEmpty();
        assertThat(read(subscriptions, "address,status\nemail:b@example.org,active\n"))
                .isEqualTo(counts(0, 0, 1));
        assertThat(find(subscriptions, "email:b@example.org").status()).isEqualTo(Status.SUPPRESSED);
    }

    @ParameterizedTest
    @EnumSource
    void linesThatCannotBeUsedAreToldAndTheOthersCount(Engine engine) {
        Subscriptions subscriptions = empty(engine);
        ImportReport report = read(
                subscriptions,
                """
                address,status,at,lang,zone,created,tags
                email:a@example.org,active,,,,,
                nobody,,,,,,
                =cmd|'/c calc'!A0,,,,,,
                email:b@example.org,sleeping,,,,,
                email:c@example.org,,25:00,,,,
                email:d@example.org,,,fr,,,
                email:e@example.org,,,,Mars/Olympus,,
                email:f@example.org,,,,,yesterday,
                email:g@example.org,,,,,+999999999-01-01T00:00:00Z,
                email:h@example.org,,
                email:i@example.org,,,,,,a\u0000b
                ,,,,,,
                "email:j@example.org"x,,,,,,
                email:z@example.org,paused,,,,,
                """);
        assertThat(report.lines()).isEqualTo(14);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.rejectedLines()).isEqualTo(12);
        assertThat(report.rejected())
                .extracting(Rejected::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L);
        assertThat(report.rejected())
                .extracting(Rejected::address)
                .startsWith("nobody", "=cmd|'/c calc'!A0", "email:b@example.org")
                .endsWith("");
        assertThat(report.rejected()).extracting(Rejected::problem).allMatch(problem -> problem.length() > 10);
        assertThat(report.rejected().get(2).problem())
                .isEqualTo("status 'sleeping': write pending, active, paused, gone, suppressed, blocked, unsubscribed");
        assertThat(subscriptions.list(SubscriptionQuery.all())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void ofAnAddressThatIsNamedTwiceTheFirstLineCounts(Engine engine) {
        Subscriptions subscriptions = empty(engine);
        String csv = "address,status,tags\nemail:a@example.org,active,x\nEMAIL:A@example.org,paused,y\n";
        assertThat(read(subscriptions, csv)).isEqualTo(counts(1, 0, 1));
        assertThat(find(subscriptions, "email:a@example.org")
                        .settings()
                        .selection()
                        .tags())
                .isEqualTo(Set.of("x"));
        assertThat(read(subscriptions, csv)).isEqualTo(counts(0, 0, 2));
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunTellsTheSameAndChangesNothing(Engine engine) {
        Subscriptions subscriptions = empty(engine);
        read(subscriptions, "address,status\nemail:li@example.org,paused\n");
        String before = written(subscriptions);
        SubscriptionImport look = SubscriptionImport.into(subscriptions, false).dryRun();
        InputStream list = new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8));
        assertThat(look.read(list, lines -> {})).isEqualTo(counts(4, 1, 0));
        assertThat(written(subscriptions)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aLongListGoesInQuicklyAndSaysHowFarItIs(Engine engine) {
        Subscriptions subscriptions = empty(engine);
        StringBuilder csv = new StringBuilder("address,status,tags,zone,at\n");
        for (int i = 0; i < 20_000; i++)
            csv.append("email:r")
                    .append(i)
                    .append("@example.org,active,ai;芯片,Asia/Shanghai,0")
                    .append(i % 10)
                    .append(":30\n");
        byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
        List<Long> told = new ArrayList<>();
        long begun = System.nanoTime();
        ImportReport report =
                SubscriptionImport.into(subscriptions, false).read(new ByteArrayInputStream(file), told::add);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        assertThat(report).isEqualTo(counts(20_000, 0, 0));
        assertThat(told).isSorted().hasSize(40).endsWith(20_000L);
        assertThat(read(subscriptions, file)).isEqualTo(counts(0, 0, 20_000));
        assertThat(written(subscriptions).lines()).hasSize(20_001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "address,colour\nx,y\n",
                "address,address\n",
                "status,tags\n",
                "email:a@example.org,active\n",
                "\"address\n"
            })
    void aFileWithoutAUsableFirstLineIsRefusedAsAWhole(String csv) {
        Subscriptions subscriptions = empty(Engine.SQLITE);
        assertThatThrownBy(() -> read(subscriptions, csv))
                .isInstanceOf(UnusableCsv.class)
                .hasMessageContaining("first line");
    }

    @Test
    void rejectedLinesAreCountedButNotAllKept() {
        Subscriptions subscriptions = empty(Engine.SQLITE);
        ImportReport report = read(subscriptions, "address\n" + "nobody\n".repeat(30_000));
        assertThat(report.rejectedLines()).isEqualTo(30_000);
        assertThat(report.rejected()).hasSize(10_000);
    }

    @Test
    void aFileThatBreaksOffKeepsWhatWasReadBefore() {
        Subscriptions subscriptions = empty(Engine.SQLITE);
        StringBuilder csv = new StringBuilder("address\n");
        for (int i = 0; i < 20_000; i++) csv.append("telegram:").append(i + 1).append('\n');
        InputStream broken = new java.io.SequenceInputStream(
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws java.io.IOException {
                        throw new java.io.IOException("disk gone");
                    }
                });
        assertThatThrownBy(() -> SubscriptionImport.into(subscriptions, false).read(broken, lines -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk gone");
        assertThat(subscriptions.list(SubscriptionQuery.all()).size()).isBetween(10_000, 20_000);
    }
}
