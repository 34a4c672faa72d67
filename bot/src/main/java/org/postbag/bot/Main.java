package org.postbag.bot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.postbag.bot.cli.RootCommand;
import org.postbag.bot.cli.Session;

/** Starts the command line, speaking UTF-8 whatever the machine's locale says. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out, 1 << 16);
        PrintStream err = stream(FileDescriptor.err, 1);
        Session session = new Session(out, err, System.getenv(), Clock.systemUTC());
        int exit = RootCommand.commandLine(session).execute(args);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    private static PrintStream stream(FileDescriptor descriptor, int buffer) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), buffer),
                buffer == 1,
                StandardCharsets.UTF_8);
    }
}
