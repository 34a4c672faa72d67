package org.postbag.bot.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.postbag.bot.command.Approvals;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.admin.ApproveCommand;
import org.postbag.bot.command.admin.BackgroundPasses;
import org.postbag.bot.command.admin.BlockCommand;
import org.postbag.bot.command.admin.BroadcastAudience;
import org.postbag.bot.command.admin.BroadcastCommand;
import org.postbag.bot.command.admin.BroadcastText;
import org.postbag.bot.command.admin.OperatorLanguage;
import org.postbag.bot.command.admin.OptionValues;
import org.postbag.bot.command.admin.PreviewCommand;
import org.postbag.bot.command.admin.RunCommand;
import org.postbag.bot.command.admin.SetOptionCommand;
import org.postbag.bot.command.admin.SourcesCommand;
import org.postbag.bot.command.admin.StatsCommand;
import org.postbag.bot.command.admin.SubscribersCommand;
import org.postbag.bot.config.Config;
import org.postbag.bot.store.BroadcastMessages;
import org.postbag.bot.store.Broadcasts;
import org.postbag.bot.store.Figures;
import org.postbag.bot.telegram.ApprovalNotes;
import org.postbag.bot.telegram.BroadcastSending;
import org.postbag.bot.telegram.ChatNotes;
import org.postbag.posts.collect.Progress;
import org.postbag.posts.store.Database;

/** What operators see and do from Telegram: their commands, and what is sent on their behalf. */
final class Operating implements AutoCloseable {
    private static final Duration RUN_PATIENCE = Duration.ofSeconds(15);

    final ChatNotes notes;
    final BroadcastSending sending;
    final Broadcasts broadcasts;
    private final Approvals approvals;
    private final Application app;
    private final OptionValues options;
    private final Figures figures;
    private final BroadcastText text;
    private final BackgroundPasses passes;

    Operating(Application app, Config config, Database db, OptionValues options, Clock clock) {
        this.app = app;
        this.options = options;
        figures = new Figures(db);
        broadcasts = new Broadcasts(db);
        notes = new ChatNotes(app.onTelegram.api, clock);
        OperatorLanguage languages = new OperatorLanguage(app.subscriptions(), config.lang());
        List<Long> operators =
                app.onTelegram.api.interactive() ? config.telegram().admins() : List.of();
        approvals = new ApprovalNotes(notes, app.onTelegram.buttons, operators, languages, app.says, clock);
        text = new BroadcastText(broadcasts, app.says, languages, notes);
        sending = new BroadcastSending(
                app.onTelegram.api, broadcasts, new BroadcastMessages(db), app.subscriptions(), text::finished, clock);
        passes = new BackgroundPasses(
                sources -> app.collector().collect(sources, config.digest().backlog(), Progress.none()));
    }

    Approvals approvals() {
        return approvals;
    }

    List<Command> commands(Members members) {
        return List.of(
                new StatsCommand(app.roster(), app.ledger(), app.posts(), figures, app::sources, members, app.clock()),
                new SourcesCommand(
                        app.posts(), app::sources, members, app.config().zone(), app.clock()),
                new RunCommand(app::sources, passes, notes, members, RUN_PATIENCE),
                new PreviewCommand(app.preview(), app.defaults(), members, app.clock()),
                new SubscribersCommand(members),
                new ApproveCommand(members, notes),
                new BlockCommand(members),
                new BroadcastCommand(broadcasts, new BroadcastAudience(app.roster()), text, members, app.clock()),
                new SetOptionCommand(options, members));
    }

    @Override
    public void close() {
        sending.close();
        passes.close();
    }
}
