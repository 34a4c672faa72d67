package org.postbag.bot.command.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.LiveOption;
import org.postbag.bot.config.Values;
import org.postbag.bot.delivery.DeliveryRules;
import org.postbag.bot.store.Options;
import org.postbag.subscriptions.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The options that hold now: what an operator set, else what the configuration says. They are asked for at each digest,
 * so they are looked up once a second at most. {@link SetOptionCommand} changes them. Thread safe.
 */
public final class OptionValues {
    private static final Logger LOG = LoggerFactory.getLogger(OptionValues.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Options options;
    private final Config config;
    private final DeliveryRules configured;
    private final Clock clock;
    private volatile @Nullable Known known;

    /** @param configured the rules as the configuration has them */
    public OptionValues(Options options, Config config, DeliveryRules configured, Clock clock) {
        this.options = options;
        this.config = config;
        this.configured = configured;
        this.clock = clock;
    }

    /** @param kept what the database holds, known names or not */
    private record Known(Instant since, Map<String, String> kept, Map<LiveOption, String> set) {}

    public Access access() {
        return Access.of(value(LiveOption.ACCESS)).orElseGet(config::access);
    }

    /** The configured rules with what was set laid over them. */
    public DeliveryRules rules() {
        Map<LiveOption, String> set = set();
        if (set.isEmpty()) return configured;
        return new DeliveryRules(
                value(set, LiveOption.NAME),
                Integer.parseInt(value(set, LiveOption.PER_TAG)),
                Integer.parseInt(value(set, LiveOption.MAX)),
                value(set, LiveOption.EMPTY).equals("send"),
                Values.duration(value(set, LiveOption.EXPIRE)),
                configured.attempts(),
                configured.lease(),
                configured.resendTelegram(),
                configured.resendEmail(),
                configured.weights());
    }

    /** As it would be written. */
    public String value(LiveOption option) {
        return value(set(), option);
    }

    private String value(Map<LiveOption, String> set, LiveOption option) {
        return set.getOrDefault(option, option.configured(config));
    }

    public String configured(LiveOption option) {
        return option.configured(config);
    }

    /** Whether an operator set it. */
    public boolean isSet(LiveOption option) {
        return set().containsKey(option);
    }

    /** @throws IllegalArgumentException when the configuration file would not take the value either */
    void set(LiveOption option, String typed) {
        options.set(option.key(), option.checked(typed));
        known = null;
    }

    void reset(LiveOption option) {
        options.reset(option.key());
        known = null;
    }

    private Map<LiveOption, String> set() {
        Known last = known;
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.since().plus(FRESH)) && !now.isBefore(last.since())) return last.set();
        Map<String, String> kept = options.all();
        Map<LiveOption, String> set = last != null && last.kept().equals(kept) ? last.set() : valid(kept);
        known = new Known(now, kept, set);
        return set;
    }

    private static Map<LiveOption, String> valid(Map<String, String> kept) {
        Map<LiveOption, String> set = new EnumMap<>(LiveOption.class);
        kept.forEach((name, value) -> LiveOption.of(name).ifPresent(option -> {
            if (isValid(option, value)) set.put(option, value);
        }));
        return set;
    }

    /** What an earlier version took may be none any more. */
    private static boolean isValid(LiveOption option, String value) {
        try {
            option.checked(value);
            return true;
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "the option {} was set to what it cannot be, so the configuration holds: {}",
                    option.key(),
                    e.getMessage());
            return false;
        }
    }
}
