package org.postbag.bot.command.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.command.admin.Office.report;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Source;
import org.postbag.posts.store.Articles;
import org.postbag.posts.store.SourceStates;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.store.DeliveryPlanner;

/** How sources are doing, reading them now, and the figures. */
class SourceCommandsTest {
    private final Office office = new Office(Engine.SQLITE);

    @AfterEach
    void close() {
        office.close();
    }

    private void broken() {
        SourceStates states = new SourceStates(office.db);
        states.failed(
                "hn",
                "https://u:secret@example.org/hn answered 404; check the address",
                office.clock.instant(),
                Duration.ofMinutes(30));
    }

    private void articles(int count) {
        for (int i = 0; i < count; i++)
            Articles.store(
                    office.db,
                    "zaobao",
                    office.clock.instant(),
                    Articles.article(
                            "Title " + i, "Text " + i, office.clock.instant().minus(Duration.ofDays(2L * i)), "t"));
        office.posts.numberDue(office.clock.instant());
    }

    @Test
    @DisplayName("sources in trouble come first, with what to do, and each can be read now")
    void sources() {
        broken();
        articles(5);
        String said = office.said("/sources");
        assertThat(said).contains("2 sources, 1 in trouble", "answered 404; check the address", "failed once");
        assertThat(said.indexOf("hn")).isLessThan(said.indexOf("zaobao"));
        assertThat(said).contains("5 posts, 4 of the last 7 days").doesNotContain("secret");
        assertThat(office.buttons("/sources")).containsExactly("run hn", "run zaobao");
        assertThat(office.said("/sources zaobao"))
                .contains("every 30 minutes", "Read as feed")
                .doesNotContain("secret");
        assertThat(office.buttons("/sources zaobo")).containsExactly("sources zaobao");
        assertThat(office.said("/sources qqqqqq")).contains("no source “qqqqqq”");
        office.lang = ReaderLanguage.ZH;
        assertThat(office.said("来源")).contains("共 2 个来源，1 个读不到");
    }

    @Test
    @DisplayName("many sources are shown five a page, and one that is called like a page is found")
    void pages() {
        for (int i = 0; i < 10; i++) office.sources.add(Office.source("s" + i));
        office.sources.add(Office.source("p9"));
        assertThat(office.buttons("/sources p2")).contains("sources p1", "sources p3", "run s3");
        assertThat(office.said("/sources p9")).contains("Read as feed");
        assertThat(office.said("/sources p4")).contains("no page 4");
    }

    @Test
    @DisplayName("a quick pass is reported in the answer")
    void quick() {
        office.collect = chosen -> chosen.stream()
                .map((Source source) -> source.id().equals("hn")
                        ? report("hn", 0, 0, "https://u:secret@example.org cannot be reached; try later")
                        : report(source.id(), 3, 1, null))
                .toList();
        assertThat(office.said("/run"))
                .contains("2 sources read: 3 new, 1 updated", "zaobao: 3 new", "hn cannot be read", "try later")
                .doesNotContain("secret");
        assertThat(office.said("/run zaobao")).isEqualTo("1 source read: 3 new, 1 updated, 0 unreadable.");
        assertThat(office.buttons("/run zaoba")).containsExactly("run zaobao");
        assertThat(office.reported).isEmpty();
    }

    @Test
    @DisplayName("a slow pass goes on, is not begun twice, and its report comes later")
    void slow() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        office.collect = chosen -> {
            try {
                if (!read.await(20, TimeUnit.SECONDS)) throw new IllegalStateException("nobody let it go on");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of(report("zaobao", 7, 0, null));
        };
        assertThat(office.said("/run zaobao")).contains("It goes on");
        assertThat(office.said("/run")).contains("being read just now");
        read.countDown();
        assertThat(office.reported.poll(20, TimeUnit.SECONDS)).startsWith("1: 1 source read: 7 new");
        assertThat(office.reported).isEmpty();
        assertThat(office.said("/run zaobao")).contains("7 new");
    }

    @Test
    @DisplayName("a fault of a pass is told, and the source can be read again")
    void fault() {
        office.collect = chosen -> {
            throw new IllegalStateException("disk full");
        };
        assertThat(office.said("/run hn")).contains("broke off");
        assertThat(office.said("/run hn")).contains("broke off");
    }

    @Test
    @DisplayName("the figures: readers by channel and status, posts, sources, deliveries, what waits")
    void stats() {
        articles(3);
        broken();
        office.add("telegram:11");
        office.add("telegram:2");
        office.join("telegram:3");
        office.add("email:a@example.org");
        office.clock.advance(Duration.ofHours(20));
        new DeliveryPlanner(office.db).plan(office.clock.instant());
        assertThat(office.said("/stats"))
                .contains(
                        "Telegram: 1 waiting for confirmation, 2 active",
                        "Email: 1 active",
                        "Posts: 3, of the last day 1",
                        "Sources: 2, in trouble 1 (hn)",
                        "Telegram: 2 waiting, 0 of them for another try",
                        "Telegram updates waiting: 0");
        assertThat(office.said("/stats now")).isEqualTo("Like this: /stats");
        office.lang = ReaderLanguage.ZH;
        assertThat(office.said("统计")).contains("Telegram：等待确认 1、推送中 2", "文章：共 3 篇");
    }
}
