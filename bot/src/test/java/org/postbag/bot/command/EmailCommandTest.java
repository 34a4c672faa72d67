package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.command.TestReaders.CHAT;
import static org.postbag.bot.command.TestReaders.GROUP;
import static org.postbag.bot.command.TestReaders.INBOX;
import static org.postbag.bot.command.TestReaders.behind;
import static org.postbag.bot.command.TestReaders.labels;
import static org.postbag.bot.command.TestReaders.text;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.command.LinkConfirmation.Outcome;
import org.postbag.bot.store.LinkRequest;
import org.postbag.bot.store.LinkRequests;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.store.SubscriptionStore;

class EmailCommandTest {
    private final List<LinkRequest> mailed = new ArrayList<>();
    private TestReaders readers;
    private LinkRequests requests;
    private EmailCommand email;
    private LinkConfirmation confirmation;

    @BeforeEach
    void open() {
        readers = new TestReaders();
        requests = new LinkRequests(readers.db);
        email = new EmailCommand(readers.members, requests, this::mail, readers);
        confirmation = new LinkConfirmation(requests, readers.subscriptions, readers);
        readers.add(CHAT, Change.none().withAt(LocalTime.of(18, 0)));
    }

    private void mail(LinkRequest request, ReaderLanguage lang) {
        assertThat(lang).isEqualTo(ReaderLanguage.EN);
        mailed.add(request);
    }

    @AfterEach
    void close() {
        readers.close();
    }

    private Answer ask(String args) {
        return readers.ask(email, CHAT, args);
    }

    private long last() {
        return mailed.get(mailed.size() - 1).id();
    }

    @Test
    @DisplayName("an inbox is linked once its owner agrees, with the chat's settings")
    void linked() {
        assertThat(text(ask("reader@example.org"))).contains("reader@example.org", "confirm");
        assertThat(readers.subscriptions.find(INBOX)).isEmpty();
        assertThat(confirmation.open(last())).contains(mailed.get(0));
        Outcome outcome = confirmation.confirm(last());
        assertThat(outcome).isInstanceOf(Outcome.Linked.class);
        Subscription inbox = readers.find(INBOX);
        assertThat(inbox.status()).isEqualTo(Status.ACTIVE);
        assertThat(inbox.reader()).isEqualTo(readers.find(CHAT).reader());
        assertThat(inbox.settings().timetable().at()).isEqualTo(LocalTime.of(18, 0));
        assertThat(confirmation.confirm(last())).as("used up").isInstanceOf(Outcome.Over.class);
        assertThat(text(ask("READER@example.org"))).contains("linked already");
        assertThat(mailed).hasSize(1);
    }

    @Test
    @DisplayName("a request is good for seven days and as long as the reader is there")
    void tooLate() {
        ask("reader@example.org");
        readers.now = readers.now.plus(Duration.ofDays(7));
        assertThat(confirmation.open(last())).isEmpty();
        assertThat(confirmation.confirm(last())).isInstanceOf(Outcome.Over.class);
        ask("reader@example.org");
        readers.subscriptions.unsubscribe(CHAT);
        assertThat(confirmation.confirm(last())).isInstanceOf(Outcome.Over.class);
        assertThat(confirmation.confirm(4711)).isInstanceOf(Outcome.Over.class);
        assertThat(readers.subscriptions.find(INBOX)).isEmpty();
    }

    @Test
    @DisplayName(
            "whether an inbox gets digests already, bounced or was asked for by others, the asker is told the same")
    void nothingIsTold() {
        String fresh = text(ask("reader@example.org"));
        readers.add(INBOX, Change.none());
        assertThat(text(ask("reader@example.org"))).isEqualTo(fresh);
        assertThat(mailed).hasSize(2);
        readers.subscriptions.suppress(INBOX, "bounced");
        assertThat(text(ask("reader@example.org"))).isEqualTo(fresh);
        assertThat(mailed).as("no mail to who does not want any").hasSize(2);
        Address other = Address.parse("telegram:2");
        readers.add(other, Change.none());
        assertThat(text(readers.ask(email, other, "reader@example.org"))).isEqualTo(fresh);
        assertThat(mailed).as("the fourth of a day").hasSize(2);
        assertThat(confirmation.confirm(last())).isEqualTo(new Outcome.Refused(Result.Reason.SUPPRESSED));
    }

    @Test
    @DisplayName("the fourth request within an hour is refused, and told so")
    void tooOften() {
        for (String name : List.of("a", "b", "c")) ask(name + "@example.org");
        assertThat(text(ask("d@example.org"))).contains("three times");
        assertThat(mailed).hasSize(3);
    }

    @Test
    @DisplayName("who still waits for the operator cannot let an inbox in")
    void pendingReadersWait() {
        Subscriptions approval = new Subscriptions(
                new SubscriptionStore(readers.db),
                TestReaders.DEFAULTS,
                Access.APPROVAL,
                Duration.ofDays(1),
                () -> 0,
                readers);
        Address waiting = Address.parse("telegram:5");
        approval.join(waiting, Change.none());
        assertThat(readers.find(waiting).status()).isEqualTo(Status.PENDING);
        Answer answer = readers.ask(email, waiting, "reader@example.org");
        assertThat(text(answer)).isNotBlank().doesNotContain("reader@");
        assertThat(mailed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me",
                "me@",
                "@example.org",
                "me@example..org",
                "me and you",
                "me@example.org you@example.org",
                "<>"
            })
    @DisplayName("what is no address is answered with one that is")
    void wrong(String typed) {
        assertThat(text(ask(typed))).contains("me@example.org");
        assertThat(mailed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:Reader@example.org",
                "<reader@example.org>",
                "Ada <reader@example.org>",
                "reader@example.org。"
            })
    @DisplayName("addresses are read as people paste them")
    void pasted(String typed) {
        ask(typed);
        assertThat(mailed).extracting(LinkRequest::address).containsExactly((org.postbag.subscriptions.EmailAddress)
                INBOX);
    }

    @Test
    @DisplayName("without an inbox there is a question to answer; with one, what can be done about it")
    void shown() {
        Answer none = ask("");
        assertThat(behind(none, "Link an inbox")).isEqualTo("email ?");
        assertThat(((Answer.Question) ask("?")).command()).isEqualTo("email");
        readers.subscriptions.link(CHAT, INBOX);
        Answer menu = ask("");
        assertThat(text(menu)).contains("r…r@example.org").doesNotContain("reader@");
        assertThat(labels(menu)).contains("✓ Same settings", "Separate settings", "Unlink r…r@example.org");
        Answer split = readers.press(email, CHAT, menu, "Separate settings");
        assertThat(labels(split)).contains("✓ Separate settings");
        assertThat(readers.find(CHAT).shared()).isFalse();
        readers.press(email, CHAT, split, "Same settings");
        assertThat(readers.find(CHAT).shared()).isTrue();
    }

    @Test
    @DisplayName("an inbox is unlinked by its button, however often pressed, and by its address")
    void unlinked() {
        readers.subscriptions.link(CHAT, INBOX);
        Answer menu = ask("");
        assertThat(behind(menu, "Unlink r…r@example.org")).doesNotContain("@");
        readers.press(email, CHAT, menu, "Unlink r…r@example.org");
        assertThat(readers.find(INBOX).status()).isEqualTo(Status.UNSUBSCRIBED);
        Answer again = readers.press(email, CHAT, menu, "Unlink r…r@example.org");
        assertThat(text(again)).contains("No inbox is linked");
        readers.subscriptions.link(CHAT, INBOX);
        ask("off Reader@example.org");
        assertThat(readers.find(INBOX).status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(readers.find(CHAT).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    @DisplayName("nobody unlinks another reader's inbox")
    void othersStay() {
        Subscription others = readers.add(INBOX, Change.none());
        assertThat(text(ask("off reader@example.org"))).contains("not linked");
        ask("off " + others.id());
        assertThat(readers.find(INBOX).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    @DisplayName("in a group it points to the private chat, whoever asks; strangers are told how to begin")
    void elsewhere() {
        readers.add(GROUP, Change.none());
        assertThat(text(readers.ask(email, GROUP, "reader@example.org"))).contains("private chat");
        assertThat(email.changes("reader@example.org")).isFalse();
        assertThat(email.concernsSubscription()).isFalse();
        assertThat(text(readers.ask(email, Address.parse("telegram:9"), "reader@example.org")))
                .contains("/start");
        assertThat(mailed).isEmpty();
    }
}
