package org.postbag.bot.command;

import java.time.ZoneId;
import java.util.Locale;

/** Cities by which readers choose their time zone; the wording has their names. */
public enum City {
    SHANGHAI("Asia/Shanghai"),
    BEIJING("Asia/Shanghai"),
    HONG_KONG("Asia/Hong_Kong"),
    TAIPEI("Asia/Taipei"),
    SINGAPORE("Asia/Singapore"),
    TOKYO("Asia/Tokyo"),
    KOLKATA("Asia/Kolkata"),
    DUBAI("Asia/Dubai"),
    SYDNEY("Australia/Sydney"),
    LONDON("Europe/London"),
    PARIS("Europe/Paris"),
    BERLIN("Europe/Berlin"),
    NEW_YORK("America/New_York"),
    CHICAGO("America/Chicago"),
    LOS_ANGELES("America/Los_Angeles"),
    TORONTO("America/Toronto"),
    VANCOUVER("America/Vancouver"),
    SAO_PAULO("America/Sao_Paulo");

    private final ZoneId zone;

    City(String zone) {
        this.zone = ZoneId.of(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Under which the wording has its name. */
    public String key() {
        return "city." + name().toLowerCase(Locale.ROOT);
    }
}
