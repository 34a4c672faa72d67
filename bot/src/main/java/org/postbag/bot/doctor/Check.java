package org.postbag.bot.doctor;

import java.time.Duration;

/** Tries one outside part; {@link Examination} bounds its time and catches what it throws. */
interface Check {
    /** The longest time that a check may take unless it says otherwise. */
    Duration LIMIT = Duration.ofSeconds(10);

    /** Short, the same in every run. */
    String name();

    /** Tries the part and notes what comes of it. Whatever the part does is noted, not thrown. */
    void run(Notes notes);

    /** How long it may take. */
    default Duration limit() {
        return LIMIT;
    }

    /** For a part that the configuration does not ask for. */
    static Check notSetUp(String name, String why) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(Notes notes) {
                notes.notSetUp(why);
            }
        };
    }
}
