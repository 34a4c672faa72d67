package org.postbag.bot.email.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.command.Asker;
import org.postbag.posts.store.TestDatabases.Engine;

/** Mails in the shapes many programs give them: what the reader wrote is understood, never what is quoted. */
class MailProgramsTest {
    private static final MailParser PARSER = new MailParser("news@example.org");
    private static TestBot bot;

    @BeforeAll
    static void start() {
        bot = new TestBot(Engine.SQLITE, new TestClock("2026-11-20T22:00:00Z"), "");
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("the command is found, whatever program wrote the mail")
    @CsvSource(
            delimiter = '|',
            value = {
                "gmail-en|read",
                "gmail-en-wrapped|help",
                "gmail-zh|read",
                "outlook-zh|read",
                "outlook-zh-plain|read",
                "outlook-en|latest",
                "apple-en|read",
                "apple-zh|read",
                "apple-zh-mac|search",
                "qq|read",
                "qq-html|read",
                "163|help",
                "163-en|help",
                "163-mobile|read",
                "163-html|read",
                "foxmail|read",
                "foxmail-rare|search",
                "thunderbird-en|read",
                "thunderbird-de|read",
                "thunderbird-zh|read",
                "signature|schedule",
                "greeting-en|stop",
                "greeting-zh|schedule",
                "subject-zh|stop",
                "subject-signature|latest",
                "outlook-ios|read",
                "outlook-html|read",
                "gmail-html|read",
                "big5|",
                "japanese|read",
                "russian|latest",
                "unknown-charset|help",
                "no-charset|help",
                "long-prose|",
                "alternative|read",
                "attached|help"
            })
    void understood(String name, String command) throws Exception {
        IncomingMail mail = read(name);
        assertThat(mail.from()).isNotNull();
        assertThat(mail.automatic()).isFalse();
        Asker asker = Asker.at(mail.from(), mail.inReplyTo());
        Optional<String> found = Wanted.in(mail, asker, bot.application().conversation())
                .understood()
                .map(understood -> understood.command().name());
        assertThat(found).as("%s", mail.lines()).isEqualTo(Optional.ofNullable(command));
    }

    private static IncomingMail read(String name) throws Exception {
        try (InputStream in = MailProgramsTest.class.getResourceAsStream("/mails/" + name + ".eml")) {
            byte[] bytes = in.readAllBytes();
            return PARSER.parse(PARSER.message(bytes), bytes);
        }
    }
}
