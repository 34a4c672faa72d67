package org.postbag.bot.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.command.Answer;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Status;

/** Who reads, who may come in, and what a reader's next digest would be. */
class ReaderCommandsTest {
    private final Office office = new Office(Engine.SQLITE);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("somebody who waits is let in by address and welcomed in their own language, once")
    void approve() {
        office.join("telegram:42");
        assertThat(office.of("telegram:42").status()).isEqualTo(Status.PENDING);
        assertThat(office.said("/approve telegram:42")).isEqualTo("telegram:42 is in.");
        assertThat(office.of("telegram:42").status()).isEqualTo(Status.ACTIVE);
        assertThat(office.told).singleElement().asString().contains("telegram:42: Good news", "Next digest");
        assertThat(office.said("/approve telegram:42")).contains("was in already");
        assertThat(office.said("批准 42")).as("number alone, Chinese word").contains("was in already");
        assertThat(office.told).hasSize(1);
    }

    @Test
    @DisplayName("an unknown address is answered with the nearest one, or with how to list them")
    void unknownAddress() {
        office.join("telegram:123456789");
        office.join("email:reader@example.org");
        assertThat(office.buttons("/approve telegram:123456788")).containsExactly("approve telegram:123456789");
        assertThat(office.buttons("/block reader@exmaple.org")).containsExactly("block email:reader@example.org");
        assertThat(office.buttons("/preview example.org")).containsExactly("preview email:reader@example.org");
        assertThat(office.said("/approve 7777")).contains("Nobody subscribes as “7777”", "/subscribers");
        assertThat(office.said("/approve")).isEqualTo("Like this: /approve telegram:42, or /approve all");
        assertThat(office.said("/block a b")).startsWith("Like this: /block");
    }

    @Test
    @DisplayName("all who wait are let in after a look at their number, and only those who were counted")
    void approveAll() {
        office.join("telegram:42");
        office.join("telegram:43");
        office.join("email:unconfirmed@example.org");
        assertThat(office.said("/approve all")).contains("2 subscribers wait");
        String button = office.buttons("/approve all").get(0);
        office.join("telegram:44");
        assertThat(office.said(button)).isEqualTo("2 subscribers are in.");
        assertThat(office.told).hasSize(2);
        assertThat(office.of("telegram:44").status()).isEqualTo(Status.PENDING);
        assertThat(office.of("email:unconfirmed@example.org").status()).isEqualTo(Status.PENDING);
        assertThat(office.said(button)).as("pressed again").isEqualTo("Nobody waits for approval.");
        assertThat(office.told).hasSize(2);
    }

    @Test
    @DisplayName("whoever is blocked gets nothing until approved again; one who left is not brought back")
    void block() {
        office.add("telegram:42");
        assertThat(office.said("/block telegram:42")).contains("is shut out");
        assertThat(office.of("telegram:42").status()).isEqualTo(Status.BLOCKED);
        assertThat(office.said("封禁 telegram:42")).contains("already");
        assertThat(office.said("/approve telegram:42")).isEqualTo("telegram:42 is in.");
        office.subscriptions.unsubscribe(office.of("telegram:42").address());
        assertThat(office.said("/approve telegram:42")).contains("does not wait");
    }

    @Test
    @DisplayName(
            "readers are listed ten a page, by status word or part of the address, with buttons for those who wait")
    void list() {
        for (int i = 10; i < 35; i++) office.add("telegram:" + i);
        office.join("telegram:99");
        office.join("email:new@example.org");
        assertThat(office.said("/subscribers")).contains("page 1", "email:new@example.org", "telegram:10 · active");
        assertThat(office.buttons("/subscribers"))
                .contains("approve email:new@example.org", "block email:new@example.org", "subscribers p2");
        assertThat(office.said("/subscribers p3"))
                .contains("page 3", "everything · every day at 07:30 (Asia/Shanghai)");
        assertThat(office.buttons("/subscribers p3")).contains("subscribers p2", "approve telegram:99");
        assertThat(office.said("/subscribers pending"))
                .contains("telegram:99 · waiting for approval", "email:new@example.org · waiting for the reader")
                .doesNotContain("telegram:10");
        assertThat(office.buttons("/subscribers active")).contains("subscribers active p2");
        assertThat(office.said("/subscribers active p3")).contains("telegram:34");
        assertThat(office.said("/subscribers example.org")).contains("new@").doesNotContain("telegram:99");
        assertThat(office.buttons("/subscribers pnding")).containsExactly("subscribers pending");
        assertThat(office.said("/subscribers zzzzzz")).contains("Nobody found", "Like this");
        assertThat(office.said("/subscribers p9")).contains("no page 9");
        assertThat(office.said("/subscribers foo-p2")).as("no page").contains("Nobody found for “foo-p2”");
        office.lang = ReaderLanguage.ZH;
        assertThat(office.said("读者 推送中 第2页")).contains("读者名单（推送中），第 2 页", "全部 · 每天 07:30");
    }

    @Test
    @DisplayName("a preview without news says so, for an address and by default")
    void previewOfNothing() {
        office.add("telegram:42");
        assertThat(office.said("/preview")).contains("nothing new");
        assertThat(office.said("/preview 42")).contains("nothing new for 42");
        assertThat(office.said("/preview a b")).startsWith("Like this");
    }

    @Test
    @DisplayName("a preview is the digest of the next delivery and marks nothing")
    void preview() {
        office.add("telegram:42");
        org.postbag.posts.store.Articles.store(
                office.db,
                "zaobao",
                office.clock.instant(),
                org.postbag.posts.store.Articles.article(
                        "Chips",
                        "All about chips and more",
                        office.clock.instant().minusSeconds(60),
                        "tech"));
        office.posts.numberDue(office.clock.instant());
        for (String typed : List.of("/preview", "/preview telegram:42", "/preview telegram:42"))
            assertThat(office.ask(typed)).isInstanceOfSatisfying(Answer.Digested.class, digested -> assertThat(
                            digested.digest().posts())
                    .isEqualTo(1));
        assertThat(office.of("telegram:42").cursor()).isZero();
    }
}
