package org.postbag.bot.command.settings;

import java.util.Locale;
import java.util.Optional;

/** Reads {@code on} and {@code off}, 开 and 关. */
final class OnOff {
    private OnOff() {}

    static Optional<Boolean> read(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "on", "yes", "开", "开启", "打开" -> Optional.of(true);
            case "off", "no", "关", "关闭" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
