package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.command.TestReaders.CHAT;
import static org.postbag.bot.command.TestReaders.GROUP;
import static org.postbag.bot.command.TestReaders.INBOX;
import static org.postbag.bot.command.TestReaders.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.store.Claim;
import org.postbag.subscriptions.store.DeliveryPlanner;
import org.postbag.subscriptions.store.DeliveryStore;
import org.postbag.subscriptions.store.Skip;

class ExportCommandTest {
    private TestReaders readers;
    private ExportCommand export;

    @BeforeEach
    void open() {
        readers = new TestReaders();
        readers.add(CHAT, Change.none().withTags(Set.of("city")).withMute(Set.of("足球 \"")));
        export = new ExportCommand(readers.members, new DeliveryStore(readers.db), readers);
    }

    @AfterEach
    void close() {
        readers.close();
    }

    private JsonNode file(Address address) throws Exception {
        Answer.Document document = (Answer.Document) readers.ask(export, address, "");
        assertThat(document.name()).isEqualTo("postbag-export.json");
        assertThat(document.text()).contains("\n  ");
        return new JsonMapper().readTree(document.text());
    }

    @Test
    @DisplayName("the file holds the settings, all of the reader's addresses and the digests of ninety days")
    void whole() throws Exception {
        readers.subscriptions.link(CHAT, INBOX);
        readers.now = readers.now.plus(Duration.ofDays(1));
        new DeliveryPlanner(readers.db).plan(readers.now);
        JsonNode file = file(CHAT);
        assertThat(file.at("/exported").asText()).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(file.at("/addresses/0/address").asText()).isEqualTo("telegram:1");
        assertThat(file.at("/addresses/0/created").asText()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(file.at("/addresses/0/status").asText()).isEqualTo("active");
        assertThat(file.at("/addresses/0/tags/0").asText()).isEqualTo("city");
        assertThat(file.at("/addresses/0/mute/0").asText()).isEqualTo("足球 \"");
        assertThat(file.at("/addresses/0/at").asText()).isEqualTo("07:30");
        assertThat(file.at("/addresses/0/deliveries/0/due").asText()).isEqualTo("2026-11-21T07:30:00Z");
        assertThat(file.at("/addresses/0/deliveries/0/status").asText()).isEqualTo("pending");
        assertThat(file.at("/addresses/1/address").asText()).isEqualTo("email:reader@example.org");
        readers.now = readers.now.plus(Duration.ofDays(91));
        assertThat(file(CHAT).at("/addresses/0/deliveries")).isEmpty();
    }

    @Test
    @DisplayName("a long history is there whole, and what is older than ninety days is not")
    void longHistory() throws Exception {
        DeliveryStore ledger = new DeliveryStore(readers.db);
        for (int day = 1; day <= 130; day++) {
            readers.now = readers.now.plus(Duration.ofDays(1));
            new DeliveryPlanner(readers.db).plan(readers.now);
            for (Claim claim : ledger.claim("telegram", 10, readers.now, Duration.ofSeconds(20), null))
                ledger.skipped(claim, Skip.EMPTY, readers.now);
        }
        readers.now = readers.now.minus(Duration.ofDays(20));
        assertThat(file(CHAT).at("/addresses/0/deliveries")).hasSize(110);
    }

    @Test
    @DisplayName("in a group it is for administrators, changes nothing, and leaves linked inboxes out")
    void groups() throws Exception {
        readers.add(GROUP, Change.none());
        readers.subscriptions.link(GROUP, INBOX);
        assertThat(file(GROUP).at("/addresses")).hasSize(1);
        assertThat(export.changes("")).isFalse();
        assertThat(export.isForAdministrators("")).isTrue();
        assertThat(export.concernsSubscription()).isTrue();
    }

    @Test
    @DisplayName("who has left gets what is still kept; of a stranger nothing is")
    void others() throws Exception {
        readers.subscriptions.unsubscribe(CHAT);
        assertThat(file(CHAT).at("/addresses/0/status").asText()).isEqualTo("unsubscribed");
        assertThat(text(readers.ask(export, GROUP, ""))).contains("Nothing is kept");
    }
}
