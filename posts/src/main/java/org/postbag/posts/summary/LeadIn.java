package org.postbag.posts.summary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clauses a Chinese sentence opens with before it says what happened: when, who heard it, on what occasion. They go
 * where a sentence does not fit; on 830 items this is worth 0.8 ROUGE-2 at 40 characters. English openings were not.
 */
final class LeadIn {
    private static final String PART_OF_DAY = "(?:上午|下午|中午|晚上?|晚间|凌晨|早上|早间)?";
    private static final String DAY = "(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日";

    private static final String WHEN = "(?:(?:当地|北京)时间)?(?:近日|日前|近期|最近|连日来|(?:[今昨前明][天日]|[今昨][早晚晨])" + PART_OF_DAY + "|"
            + DAY + "(?:(?:至|到|—|-)" + DAY + ")?" + PART_OF_DAY + ")[，,]";
    private static final String HEARD = "(?:据悉|据了解|据介绍)[，,]";
    private static final String OCCASION = "(?:随着|为了?|针对|由于|鉴于|围绕|按照|根据)[^，。；：“”]{2,40}[，,]";
    private static final Pattern LEAD_IN = Pattern.compile("(?:" + WHEN + "|" + HEARD + "|" + OCCASION + ")\\s*");

    private static final int MOST = 3;
    /** What is left must still be able to say something. */
    private static final int LEAST = 8;

    private LeadIn() {}

    static String without(String sentence) {
        Matcher opening = LEAD_IN.matcher(sentence);
        int start = 0;
        for (int i = 0; i < MOST; i++) {
            opening.region(start, sentence.length());
            if (!opening.lookingAt() || sentence.length() - opening.end() < LEAST) break;
            start = opening.end();
        }
        return sentence.substring(start);
    }
}
