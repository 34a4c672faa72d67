package org.postbag.bot.command.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.config.LiveOption;
import org.postbag.bot.config.Nearest;

/** {@code /set_option [NAME [VALUE|default]]}: options over the configuration's that hold at once and after a restart. */
public final class SetOptionCommand implements Command {
    private static final String DEFAULT = "default";
    private static final Map<String, String> CHINESE = Map.of(
            "默认",
            DEFAULT,
            "开放",
            "open",
            "审批",
            "approval",
            "批准",
            "approval",
            "关闭",
            "closed",
            "跳过",
            "skip",
            "发送",
            "send");

    private final OptionValues values;
    private final Members members;

    public SetOptionCommand(OptionValues values, Members members) {
        this.values = values;
        this.members = members;
    }

    @Override
    public String name() {
        return "set_option";
    }

    @Override
    public String chinese() {
        return "选项";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    @Override
    public Answer answer(Request request) {
        String args = request.args().strip();
        if (args.isEmpty()) return all(request);
        String[] parts = split(args);
        Optional<LiveOption> option = LiveOption.of(parts[0]);
        if (option.isEmpty()) return unknown(request, parts[0]);
        if (parts.length == 1 || parts[1].isBlank()) return one(request, option.get(), List.of());
        // A name is shown to readers as it was typed; of other values full-width forms do not matter.
        String[] typed = split(request.typed());
        return set(request, option.get(), option.get() == LiveOption.NAME && typed.length == 2 ? typed[1] : parts[1]);
    }

    /** Name and value, with a blank or an equals sign between. */
    private static String[] split(String args) {
        return args.strip().split("[\\s\\u3000]*[=＝][\\s\\u3000]*|[\\s\\u3000]+", 2);
    }

    private Answer all(Request request) {
        Says says = members.says();
        List<String> lines = new ArrayList<>();
        List<List<Button>> rows = new ArrayList<>();
        for (LiveOption option : LiveOption.values()) {
            lines.add(line(request, option));
            Button button = Button.does(option.key(), name() + " " + option.key());
            if (rows.isEmpty() || rows.get(rows.size() - 1).size() == 2) rows.add(new ArrayList<>());
            rows.get(rows.size() - 1).add(button);
        }
        return new Answer.Menu(
                List.of(says.say(request, "option.heading"), String.join("\n", lines), says.say(request, "option.how")),
                rows);
    }

    /** The effective value and where it comes from. */
    private String line(Request request, LiveOption option) {
        Says says = members.says();
        String value = values.value(option);
        return values.isSet(option)
                ? says.say(request, "option.set", option.key(), value, values.configured(option))
                : says.say(request, "option.configured", option.key(), value);
    }

    private Answer one(Request request, LiveOption option, List<String> before) {
        Says says = members.says();
        String key = option.key();
        List<String> paragraphs = new ArrayList<>(before);
        paragraphs.add(line(request, option));
        paragraphs.add(says.say(request, "option.help." + key));
        if (values.isSet(option)) paragraphs.add(says.say(request, "option.reset", key));
        List<List<Button>> rows = new ArrayList<>();
        List<Button> choices = new ArrayList<>();
        for (String choice : option.choices())
            choices.add(Button.does(
                    choice.equals(values.value(option)) ? "• " + choice : choice, name() + " " + key + " " + choice));
        if (!choices.isEmpty()) rows.add(choices);
        if (values.isSet(option))
            rows.add(List.of(Button.does(
                    says.say(request, "button.option.reset", values.configured(option)),
                    name() + " " + key + " " + DEFAULT)));
        rows.add(List.of(Button.does(says.say(request, "button.option.all"), name())));
        return new Answer.Menu(paragraphs, rows);
    }

    private Answer set(Request request, LiveOption option, String typed) {
        Says says = members.says();
        String value = option == LiveOption.NAME && !typed.equals("默认") ? typed : CHINESE.getOrDefault(typed, typed);
        if (value.toLowerCase(Locale.ROOT).equals(DEFAULT)) {
            values.reset(option);
            return one(request, option, List.of(says.say(request, "option.reset.done", option.key())));
        }
        try {
            values.set(option, value);
        } catch (IllegalArgumentException e) {
            return wrong(request, option, typed);
        }
        return one(request, option, List.of(says.say(request, "option.done", option.key(), values.value(option))));
    }

    private Answer wrong(Request request, LiveOption option, String typed) {
        Says says = members.says();
        String key = option.key();
        String help = says.say(request, "option.help." + key);
        String nearest = Nearest.to(typed, option.choices());
        if (nearest == null)
            return Answer.said(
                    says.say(request, "option.wrong", key, typed),
                    help,
                    says.say(request, "usage", says.say(request, "option.usage." + key)));
        return new Answer.Menu(
                List.of(says.say(request, "option.wrong.nearest", key, typed, nearest), help),
                List.of(List.of(Button.does(nearest, name() + " " + key + " " + nearest))));
    }

    private Answer unknown(Request request, String typed) {
        Says says = members.says();
        List<String> keys =
                Arrays.stream(LiveOption.values()).map(LiveOption::key).toList();
        String nearest = Nearest.to(typed, keys);
        // Without its group a key is still one that people know from the file.
        if (nearest == null)
            nearest = keys.stream()
                    .filter(key -> key.endsWith("." + typed.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(null);
        if (nearest == null)
            return says.said(request, "option.unknown", typed, String.join(says.say(request, "comma"), keys));
        return new Answer.Menu(
                List.of(says.say(request, "option.unknown.nearest", typed, nearest)),
                List.of(List.of(Button.does(nearest, name() + " " + nearest))));
    }
}
