package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.City;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.ZoneNames;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Change;

/** The reader's time zone: cities where many readers of the language live, from east to west, and any other by name. */
final class ZoneMenu extends ChoiceMenu {
    private static final List<City> CHINESE = List.of(
            City.SHANGHAI,
            City.HONG_KONG,
            City.TAIPEI,
            City.SINGAPORE,
            City.TOKYO,
            City.SYDNEY,
            City.LONDON,
            City.PARIS,
            City.BERLIN,
            City.NEW_YORK,
            City.TORONTO,
            City.LOS_ANGELES);
    private static final List<City> ENGLISH = List.of(
            City.SYDNEY,
            City.TOKYO,
            City.SINGAPORE,
            City.KOLKATA,
            City.DUBAI,
            City.BERLIN,
            City.PARIS,
            City.LONDON,
            City.SAO_PAULO,
            City.NEW_YORK,
            City.CHICAGO,
            City.LOS_ANGELES);

    private final ZoneNames zones;

    ZoneMenu(Members members) {
        super(members, Map.of("zone", "zone", "timezone", "zone", "时区", "zone"), "timezone");
        zones = new ZoneNames(members.says());
    }

    @Override
    Optional<Change> read(String value) {
        return value.isEmpty() ? Optional.empty() : zones.find(value).map(Change.none()::withZone);
    }

    @Override
    Optional<String> question() {
        return Optional.of("menu.zone.ask");
    }

    @Override
    Answer show(Visit visit) {
        String now = visit.settings().timetable().zone().getId();
        List<Button> buttons = new ArrayList<>();
        for (City city : visit.lang() == ReaderLanguage.ZH ? CHINESE : ENGLISH) {
            String id = city.zone().getId();
            buttons.add(choice(now.equals(id), say(visit, city.key()), "zone " + id));
        }
        List<List<Button>> rows = new ArrayList<>(rows(buttons, 3));
        rows.add(List.of(choice(false, say(visit, "button.zone.other"), "zone " + OTHER)));
        return menu(visit, say(visit, "menu.zone", now), rows, typed());
    }
}
