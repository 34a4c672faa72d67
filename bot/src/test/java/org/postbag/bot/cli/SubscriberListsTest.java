package org.postbag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Bounce;

/** {@code subscriber import}, {@code export}, and what {@code show} tells of an inbox whose mail came back. */
class SubscriberListsTest extends CommandTest {
    private static final String LIST =
            """
            address,status,tags,mute,lang,zone,at,days,length,created
            email:ann@example.org,active,科技;城市,足球,zh,Asia/Shanghai,07:30,daily,short,2026-01-01T00:00:00Z
            email:bob@example.org,active,,,en,Europe/Berlin,08:00,weekdays,long,
            nobody at all,active,,,en,UTC,08:00,daily,short,
            """;
    private Path list;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("postbag.yaml"), "lang: en\n");
        list = Files.writeString(folder.resolve("list.csv"), LIST);
    }

    private void bounce(String address) {
        var config = new ConfigLoader(Map.of())
                .load(folder.resolve("postbag.yaml"), true)
                .config();
        try (Application application = Application.open(config, Clock.systemUTC())) {
            var known = application.subscriptions().find(Address.parse(address)).orElseThrow();
            application
                    .subscriptions()
                    .bounced(known.id(), new Bounce(Bounce.Kind.HARD, "5.1.1", "no such user", Bounce.Origin.SMTP));
        }
    }

    @Test
    @DisplayName("a list is taken over line by line, a bad line is told, and the second time nothing changes")
    void imported() throws Exception {
        assertThat(run("subscriber", "import", list.toString(), "--json")).isEqualTo(1);
        assertThat(json().toString())
                .startsWith("{\"lines\":3,\"added\":2,\"updated\":0,\"unchanged\":0,\"rejected\":[{\"line\":4,");
        assertThat(run("subscriber", "import", list.toString(), "--json")).isEqualTo(1);
        assertThat(json().path("unchanged").asInt()).isEqualTo(2);
        assertThat(run("subscriber", "show", "email:ann@example.org", "--json")).isZero();
        assertThat(json().path("tags").toString()).isEqualTo("[\"科技\",\"城市\"]");
        assertThat(json().path("status").asText()).isEqualTo("active");
    }

    @Test
    @DisplayName("a dry run tells the same and changes nothing")
    void dryRun() throws Exception {
        assertThat(run("subscriber", "import", list.toString(), "--dry-run")).isEqualTo(1);
        assertThat(out).contains("3 lines: 2 added").contains("nothing was changed");
        assertThat(err).contains("line 4");
        assertThat(run("subscriber", "list", "--json")).isZero();
        assertThat(out).isEmpty();
    }

    @Test
    @DisplayName("what is exported is imported as it was")
    void roundTrip() throws Exception {
        run("subscriber", "import", list.toString());
        assertThat(run("subscriber", "export")).isZero();
        String exported = out;
        assertThat(exported.lines().count()).isEqualTo(3);
        Path again = Files.writeString(folder.resolve("again.csv"), exported);
        assertThat(run("subscriber", "import", again.toString())).isZero();
        assertThat(out).contains("2 unchanged");
        run("subscriber", "export");
        assertThat(out).isEqualTo(exported);
    }

    @Test
    @DisplayName("a suppressed inbox stays so through an import, show says why, and only resume lifts it")
    void suppressed() throws Exception {
        run("subscriber", "import", list.toString());
        bounce("email:ann@example.org");
        run("subscriber", "import", list.toString());
        run("subscriber", "add", "email:ann@example.org", "--confirmed");
        assertThat(run("subscriber", "show", "email:ann@example.org", "--json")).isZero();
        assertThat(json().path("status").asText()).isEqualTo("suppressed");
        assertThat(json().path("reason").asText()).isEqualTo("bounced: 5.1.1 no such user");
        assertThat(json().path("bounces").path(0).path("status").asText()).isEqualTo("5.1.1");
        run("subscriber", "show", "email:ann@example.org");
        assertThat(out).contains("hard at delivery  5.1.1 no such user");
        assertThat(run("subscriber", "resume", "email:ann@example.org", "--json"))
                .isZero();
        assertThat(json().path("status").asText()).isEqualTo("active");
    }

    @Test
    @DisplayName("a file that is no list, or is not there, is wrong usage")
    void unusable() throws Exception {
        assertThat(run("subscriber", "import", folder.resolve("absent.csv").toString()))
                .isEqualTo(2);
        assertThat(err).contains("There is no file");
        Path odd = Files.writeString(folder.resolve("odd.csv"), "name,mail\nAnn,ann@example.org\n");
        assertThat(run("subscriber", "import", odd.toString())).isEqualTo(2);
        assertThat(err).contains("odd.csv");
    }
}
