package org.postbag.digest.telegram;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.postbag.digest.DisplayText;

/** Names files after titles strangers wrote: as the title reads, but a name on every system and nothing but a name. */
final class FileNames {

    /** With the ending at most 245 bytes in UTF-8; file systems take 255. */
    private static final int CODE_POINTS = 60;

    /** Names that Windows gives to devices, whatever the ending. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    private FileNames() {}

    /** @param otherwise the name when nothing of the title can stand in one */
    static String html(String title, String otherwise) {
        StringBuilder name = new StringBuilder();
        String line = Normalizer.normalize(DisplayText.line(title, 4 * CODE_POINTS), Normalizer.Form.NFC);
        line.codePoints().map(FileNames::allowed).filter(c -> c > 0).forEach(name::appendCodePoint);
        String clipped = DisplayText.clip(trimmed(DisplayText.line(name.toString())), CODE_POINTS);
        String safe = trimmed(clipped.replace("…", ""));
        if (DisplayText.isBlank(safe)) safe = otherwise;
        return (isDevice(safe) ? "_" + safe : safe) + ".html";
    }

    /** The code point, or what stands for it; 0 for nothing. */
    private static int allowed(int c) {
        if ("/\\:*?\"<>|".indexOf(c) >= 0) return ' ';
        // Joiners make one character of an emoji family or of letters; all other format characters only deceive.
        if (c == 0x200C || c == 0x200D) return c;
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> 0;
            default -> c;
        };
    }

    /** Dots and spaces at the ends hide a file, or are dropped by Windows; a dash may be read as an option. */
    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && " .-~".indexOf(name.charAt(start)) >= 0) start++;
        while (end > start && " .".indexOf(name.charAt(end - 1)) >= 0) end--;
        return name.substring(start, end);
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]");
    }
}
