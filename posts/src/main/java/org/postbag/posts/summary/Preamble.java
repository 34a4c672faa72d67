package org.postbag.posts.summary;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what news and posts say before they say anything, and beside it: datelines, reporters, greetings, adverts. */
final class Preamble {
    private static final String HAN = "\\u4e00-\\u9fff";

    /** At the very start, brackets still in place: "WASHINGTON, May 5 (AP) — "; the best known need no dash. */
    private static final Pattern AGENCY =
            Pattern.compile("^\\s*(?:[A-Z][\\w.,'’ -]{1,40})?(?:\\((?:CNN|AP|AFP|Reuters|UPI)\\)\\s*(?:--|—|–|-)?|"
                    + "\\([A-Z][\\w ./]{1,24}\\)\\s*(?:--|—|–|-))\\s*");

    /** "By Jane Doe . PUBLISHED: 07:47 EST, 18 September 2013 . | . UPDATED: …": what papers' pages run together. */
    private static final Pattern BYLINE = Pattern.compile(
            "^\\s*(?:By[ .\\n]{1,4}[A-Z][\\w.'’-]*(?:,? [A-Z][\\w'’-]*| and | for ){1,8}(?: \\.|\\n)\\s*)?"
                    + "(?:(?i:published|updated|last updated|created)\\b[^\\n]{0,40}?\\d{4}(?: ?\\d{2}:\\d{2})?(?: [.|]| ?\\n)[ .|]*){0,3}");

    private static final List<Pattern> OPENINGS = List.of(
            Pattern.compile("^[A-Z][A-Z .,'/-]{2,40}(?:, [A-Z][a-z]+\\.? ?\\d{0,2})? ?(?:--|—|–|-) +"),
            Pattern.compile(
                    "^(?:By (?:[A-Z][\\w.'-]+ ){2,3})?[A-Z][\\w' ]{2,20}, "
                            + "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}(?: ?(?:--|—|–|-|:))? (?=[A-Z])"),
            Pattern.compile(
                    "^(?:据)?[" + HAN
                            + "]{2,10}?(?:社|网|報|报|台|线|客户端)[^，。；]{0,16}?\\d{1,2}月\\d{1,2}日(?:电|電|讯|訊|消息|报道)[\\s，,：:]*(?:题[：:])?"),
            Pattern.compile("^本报(?:讯|[^，。]{0,12}(?:电|讯|报道))[\\s，,：:]*"),
            Pattern.compile("^据?[" + HAN + "\\w]{2,14}(?:讯|消息)[\\s，：:]+"),
            Pattern.compile("^(?:内容)?(?:摘要|提要|导读|核心提示|编者按|要点)[：:]\\s*"),
            Pattern.compile("^(?:[^，。：]{0,16})?(?:本报|本网|特约|实习)?记者\\s*[" + HAN + "·、\\s]{2,16}?(?:报道|摄影报道|发自[" + HAN
                    + "]{2,8}|电)[\\s：:，,。]*"),
            Pattern.compile("^(?:[^，。]{0,16})?记者[^，。]{0,8}从[^，。]{2,30}(?:获悉|了解到|得知|获知)[，,：:]"),
            Pattern.compile(
                    "^(?i)(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening))\\b[^.!,，。！]{0,30}[.!,，。！]\\s*"),
            Pattern.compile("^(?:大家好|各位[^，。！]{0,10}好|你们?好|您好|朋友们好|哈喽)[^，。！!,]{0,10}[，。！!,]\\s*"),
            Pattern.compile("^[-–—:：,，、\\s]+"));

    /** The look-ahead spares most places twenty attempts. */
    private static final Pattern NOISE =
            Pattern.compile("(?=[图资配△▲扫长点关公欢责编本版转未原下])(?:^(?:图为|资料图|配图|△|▲)|扫码|扫一扫|长按.{0,6}二维码|"
                    + "点击.{0,12}(?:关注|订阅|阅读|查看|下载|链接|原文)|关注.{0,16}(?:公众号|微信|微博)|公众号.{0,10}关注|"
                    + "欢迎(?:关注|订阅|转发|转载)|责任?编辑[：:]|本文(?:来源|转自|首发)|版权(?:归|所有)|转载请|未经授权|原标题[：:]|图片?来源|"
                    + "下载.{0,10}客户端)|(?i)(?=[scfrapti])(?:subscribe to|sign up for|click here|follow us|read more|"
                    + "all rights reserved|advertisement|this (?:article|post|story) (?:first|originally) appeared|"
                    + "photo(?:graph)? by|image credit|share this)");

    private static final Pattern CREDIT =
            Pattern.compile("\\d{4}[-年/.]\\d{1,2}[-月/.]\\d{1,2}日?(?: ?\\d{1,2}:\\d{2}(?::\\d{2})?)?|"
                    + "(?:来源|來源|作者|编辑|編輯|记者|摄影|图|文|責編|责编)\\s*[：:/／|].{0,40}|By [A-Z][\\w.'-]+(?: [A-Z][\\w.'-]+){1,3}|"
                    + "(?i:updated|published|posted)(?: on)?:? .{0,40}\\d{4}.{0,20}");

    private static final int MAX_NOISE = 60;
    /** No opening is longer, and patterns need not look further. */
    private static final int MAX_OPENING = 160;
    /** What must be left when an opening goes. */
    private static final int LEAST = 4;

    private Preamble() {}

    /** Takes byline, date and agency's mark off the start of a text. */
    static String withoutAgency(String text) {
        String s = without(BYLINE, text, 250);
        return without(AGENCY, s, 120);
    }

    private static String without(Pattern opening, String text, int reach) {
        Matcher found = opening.matcher(text.substring(0, Math.min(text.length(), reach)));
        return found.find() && text.length() - found.end() >= LEAST ? text.substring(found.end()) : text;
    }

    /** Takes datelines and greetings off the start of a sentence; nothing when nothing would be left. */
    static String withoutOpening(String sentence) {
        String s = sentence;
        for (Pattern opening : OPENINGS) s = without(opening, s, MAX_OPENING + LEAST);
        return s;
    }

    /** Whether a sentence advertises, credits or credits itself rather than tells. */
    static boolean isNoise(String sentence) {
        return (sentence.length() <= MAX_NOISE && NOISE.matcher(sentence).find())
                || CREDIT.matcher(sentence).matches();
    }
}
