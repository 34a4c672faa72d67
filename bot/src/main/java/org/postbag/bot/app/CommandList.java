package org.postbag.bot.app;

import java.util.ArrayList;
import java.util.List;
import org.postbag.bot.command.ArchiveCommand;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Commands;
import org.postbag.bot.command.ConfirmCommand;
import org.postbag.bot.command.DigestCommand;
import org.postbag.bot.command.EmailCommand;
import org.postbag.bot.command.ExportCommand;
import org.postbag.bot.command.FollowCommand;
import org.postbag.bot.command.HelpCommand;
import org.postbag.bot.command.LangCommand;
import org.postbag.bot.command.LatestCommand;
import org.postbag.bot.command.LengthCommand;
import org.postbag.bot.command.ListCommand;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.MuteCommand;
import org.postbag.bot.command.PauseCommand;
import org.postbag.bot.command.QuietCommand;
import org.postbag.bot.command.ReadCommand;
import org.postbag.bot.command.ResumeCommand;
import org.postbag.bot.command.ScheduleCommand;
import org.postbag.bot.command.SearchCommand;
import org.postbag.bot.command.StartCommand;
import org.postbag.bot.command.StartPayloads;
import org.postbag.bot.command.StopCommand;
import org.postbag.bot.command.TagsCommand;
import org.postbag.bot.command.TimezoneCommand;
import org.postbag.bot.command.UnfollowCommand;
import org.postbag.bot.command.UnmuteCommand;
import org.postbag.bot.command.settings.SettingsCommand;
import org.postbag.bot.telegram.update.LinkCommand;

/** What readers can ask for. Help, menus and README's table are made from this list; a new command is one more line. */
final class CommandList {
    private final Application app;

    CommandList(Application app) {
        this.app = app;
    }

    Commands commands() {
        Members members = new Members(app.subscriptions(), app.says, app.settingsText);
        List<Command> all = new ArrayList<>(List.of(
                new StartCommand(
                        members,
                        app.confirmations(),
                        new StartPayloads(app.tokens, app.posts(), members),
                        app.operating.approvals()),
                new HelpCommand(app::commandList, app.says),
                new DigestCommand(app.preview(), members, app.defaults(), app.tagger(), app.clock()),
                new LatestCommand(app.posts(), members),
                new SearchCommand(app.posts(), members),
                new ReadCommand(app.lists, members),
                new TagsCommand(app.posts(), app.says),
                new FollowCommand(members, app.tagger(), app.posts()),
                new UnfollowCommand(members, app.tagger()),
                new MuteCommand(members),
                new UnmuteCommand(members),
                new ListCommand(members),
                new ScheduleCommand(members),
                new TimezoneCommand(members),
                new QuietCommand(members),
                new LengthCommand(members),
                new LangCommand(members),
                new PauseCommand(members, app.clock()),
                new ResumeCommand(members),
                new SettingsCommand(members, app.posts(), app.tagger(), app.clock()),
                new LinkCommand(
                        app.onTelegram.api,
                        app.onTelegram.identity,
                        app.onTelegram.rights,
                        app.onTelegram.managed,
                        members),
                new EmailCommand(members, app.agreeing.requests, app.agreeing.questions, app.clock()),
                new ArchiveCommand(
                        app.posts(), app.says, app.defaults(), app.config().url()),
                new ExportCommand(members, app.ledger(), app.clock()),
                new ConfirmCommand(members, app.tokens, app.agreeing.linking),
                new StopCommand(members)));
        all.addAll(app.operating.commands(members));
        return new Commands(all);
    }
}
