package org.postbag.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.TelegramAddress;

class TracesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @EnumSource
    @DisplayName("of somebody who is erased, no list, question, managed channel or message stays; of others all does")
    void erase(Engine engine) {
        try (Database db = Database.open(engine.url())) {
            BotStore.migrate(db);
            ListStore lists = new ListStore(db);
            QuestionStore questions = new QuestionStore(db);
            ManagedChats managed = new ManagedChats(db);
            UpdateStore updates = new UpdateStore(db);
            for (long chat : List.of(42L, 43L)) {
                String address = "telegram:" + chat;
                lists.keep(address, List.of("1"), new TreeMap<>(java.util.Map.of(1, new PostRef(7, 1))), null, NOW);
                questions.keep(address, "2", "timezone", NOW);
                managed.choose(chat, new ManagedChats.Managed(new TelegramAddress(-100 - chat, null), "News"));
                updates.keep(List.of(new UpdateStore.Kept(chat, Long.toString(chat), "{}")), NOW);
                updates.done(chat);
            }
            new Traces(db).erase(Address.parse("telegram:42"));
            assertThat(lists.newest("telegram:42", Instant.EPOCH)).isEmpty();
            assertThat(questions.command("telegram:42", "2")).isEmpty();
            assertThat(managed.of(42)).isEmpty();
            assertThat(lists.newest("telegram:43", Instant.EPOCH)).isPresent();
            assertThat(questions.command("telegram:43", "2")).contains("timezone");
            assertThat(managed.of(43)).isPresent();
            String chats = db.read(handle -> handle.createQuery("SELECT chat FROM telegram_update ORDER BY id")
                    .mapTo(String.class)
                    .list()
                    .toString());
            assertThat(chats).isEqualTo("[, 43]");
        }
    }
}
