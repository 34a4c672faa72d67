package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.command.Command.Audience;
import org.postbag.digest.Wordings;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.TestDatabases.Engine;

/**
 * README's tables of commands are made from the command list and its wording; {@code mvn -B verify -Dreadme.write=true
 * -Dtest=ReadmeTest} writes them anew.
 */
class ReadmeTest {
    private static final Says SAYS = new Says(new Wordings("org/postbag/bot/conversation", null));

    @Test
    @DisplayName("README lists every command, in its own words")
    void tables() throws IOException {
        Optional<Path> readme = Stream.of(Path.of("README.md"), Path.of("../README.md"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(readme.isPresent(), "README.md is not beside the modules here");
        try (TestBot bot = new TestBot(Engine.SQLITE, new TestClock("2026-11-20T10:00:00Z"), "")) {
            Commands commands = bot.application().commandList();
            String text = Files.readString(readme.get());
            String wanted = with(text, "reader commands", table(commands, c -> c.audience() != Audience.OPERATORS));
            wanted = with(wanted, "operator commands", table(commands, c -> c.audience() == Audience.OPERATORS));
            if (Boolean.getBoolean("readme.write")) Files.writeString(readme.get(), wanted);
            else assertThat(text).isEqualTo(wanted);
        }
    }

    private static String table(Commands commands, Predicate<Command> which) {
        StringBuilder table =
                new StringBuilder("| command | 中文 | does | 用途 | for example |\n| --- | --- | --- | --- | --- |\n");
        commands.all().stream().filter(which).forEach(command -> table.append("| `/")
                .append(command.name())
                .append("` | ")
                .append(command.chinese())
                .append(" | ")
                .append(cell(SAYS.say(ReaderLanguage.EN, "help." + command.name())))
                .append(" | ")
                .append(cell(SAYS.say(ReaderLanguage.ZH, "help." + command.name())))
                .append(" | ")
                .append(cell(SAYS.say(ReaderLanguage.EN, "usage." + command.name())))
                .append(" |\n"));
        return table.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** The text with what stands between the two marks replaced. */
    private static String with(String text, String mark, String table) {
        String begin = "<!-- " + mark + " -->\n";
        String end = "<!-- end of " + mark + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        assertThat(from).as("the mark %s in README.md", begin.strip()).isNotNegative();
        assertThat(to).as("the mark %s in README.md", end).isGreaterThan(from);
        return text.substring(0, from + begin.length()) + table + text.substring(to);
    }
}
