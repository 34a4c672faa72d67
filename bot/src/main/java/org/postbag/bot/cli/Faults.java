package org.postbag.bot.cli;

import org.postbag.bot.config.ConfigException;
import org.postbag.bot.web.StartException;
import org.postbag.digest.TemplateException;
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
        if (e instanceof ConfigException || e instanceof WrongUsage || e instanceof TemplateException) {
            line.getErr().println(e.getMessage());
            return WRONG_USAGE;
        }
        if (e instanceof NotThere
                || e instanceof DatabaseException
                || e instanceof StartException
                || e instanceof java.io.UncheckedIOException) {
            line.getErr().println(e.getMessage());
            return FAILED;
        }
        LOG.error("'{}' met a fault in Postbag itself; please report it with these lines", line.getCommandName(), e);
        return FAILED;
    }
}
