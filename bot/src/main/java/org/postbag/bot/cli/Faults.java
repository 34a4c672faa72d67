package org.postbag.bot.cli;

import org.postbag.bot.config.ConfigException;
import org.postbag.posts.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong to whoever typed the command, and chooses the exit code. */
final class Faults {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static int wrongUsage(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        line.getErr().println(e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, line.getErr())) line.usage(line.getErr());
        return WRONG_USAGE;
    }

    static int failed(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof ParameterException wrong) return wrongUsage(wrong, new String[0]);
        if (e instanceof ConfigException || e instanceof WrongUsage) {
            line.getErr().println(e.getMessage());
            return WRONG_USAGE;
        }
        if (e instanceof DatabaseException) {
            line.getErr().println(e.getMessage());
            return FAILED;
        }
        LOG.error("{} met a fault in Postbag itself", line.getCommandName(), e);
        line.getErr().println("A fault in Postbag itself: " + e + ". The log above says where.");
        return FAILED;
    }
}
