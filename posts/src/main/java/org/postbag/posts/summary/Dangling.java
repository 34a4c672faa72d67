package org.postbag.posts.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postbag.posts.text.Scripts;

/**
 * What a sentence cut between words must not end with: words that ask for the next one, and numbers whose unit has been
 * cut off. {@link Clauses} chooses the place and steps back from what is found here.
 */
final class Dangling {
    /** Articles, determiners, prepositions, conjunctions and auxiliaries; none that is a noun in another language. */
    private static final Set<String> SPACED = words(
            """
            a an the this these those its their his her my our your whose every each any some no single certain several
            various many few other another such more most less fewer least than both either neither
            of to in on at for and or but with by from that as into onto over under about around between among after
            before during through against without within across toward towards upon per via despite until since because
            while when where which who whom if whether though although so very nearly roughly approximately almost
            is are was were be been being am has have had having will would can could may might must shall should
            do does did not also only just
            he she we they i
            two three four five six seven eight nine ten eleven twelve

            der das den dem des ein eine einen einem einer eines kein keine keinen dieser diese dieses diesen diesem
            und oder aber sondern dass weil wenn ob von vom zu zum zur im ins am auf aus bei beim mit nach seit für über
            unter vor zwischen durch gegen ohne um ihr ihre ihren sein seine seinen ist sind wird werden wurde wurden
            hat haben hatte hatten kann können soll sollen nicht sehr rund etwa fast mehr als

            le la les un une des du de au aux ce cet cette ces ses leur leurs et ou où mais donc que qui dont
            à en dans sur sous avec sans pour par vers chez entre depuis pendant contre est sont était ont avait
            être avoir plus moins environ près très ne pas

            el los las una unos unas al y o pero sino porque su sus sobre con sin para por desde hasta entre hacia
            es está están fue fueron ha han había ser estar más menos casi cerca muy

            il lo gli i uno di del della dei delle da dal nel nella e ed che non con per tra fra sono
            do da dos das no na nos nas em ao à às com os as um uma mas não
            het een van voor met naar door bij zijn niet of om op aan""");

    /** Verbs, adverbs and particles that ask for what comes next, each a word of its own. */
    private static final Set<String> HAN = words(
            """
            的 地 得 和 与 與 及 或 在 对 對 将 將 把 被 从 從 向 往 以 并 並 而 为 為 于 於 由 让 讓 给 給 跟 同 因 但 且 若 则 則
            约 約 近 超 逾 达 達 共 第 仅 僅 只 不 未 没 没有 沒有 每 各 该 該 此 这 這 那 某 其 是 有 就 也 都 还 還 又 再 更 最 很 已 曾
            正 正在 已经 已經 曾经 曾經 能 能够 能夠 会 會 可 可以 可能 应 應 应该 應該 必须 必須 需 需要 要 想 至 到 自 比 按 经 經 用 使
            耗资 耗資 耗时 耗時 斥资 斥資 估计 估計 预计 預計 预期 預期 达到 達到 高达 高達 多达 多達 超过 超過 不足 不到 接近
            大约 大約 约为 約為 至少 至多 最多 平均 总计 總計 共计 共計 合计 合計 累计 累計 同比 环比 環比 占 佔 位于 位於 处于 處於
            属于 屬於 来自 來自 以及 并且 並且 而且 或者 还是 還是 因为 因為 由于 由於 所以 因此 但是 然而 不过 不過 虽然 雖然 如果 即使 尽管
            儘管 对于 對於 关于 關於 至于 至於 通过 通過 经过 經過 根据 根據 按照 依照 随着 隨著 为了 為了 除了 包括 包含 成为 成為 作为 作為
            变成 變成 称为 稱為 视为 視為 当作 當作 用于 用於 基于 基於 等于 等於 有关 有關 进行 進行 加以 予以 实现 實現 具有 拥有 擁有 带来
            帶來 造成 导致 導致 使得 使用 利用 采用 採用 开始 開始 继续 繼續 准备 準備 打算 试图 試圖 旨在 不仅 不僅 不是 不能 无法 無法
            以来 以便 以免 之间 甚至 尤其 特别是 特別是 一个 一個 一种 一種 一些 一项 一項 一名 一位 一款 这个 這個 这些 這些 那些 该项 其中
            从而 從而 直到 截至 自从 自從 朝着 沿着 面对 面對 针对 針對 围绕 圍繞 有望 仍 仍然 同时 同時 如 例如 比如 即 像""");

    private static final int LONGEST_HAN = 3;
    /** Words for counting: behind a number they ask for what is counted. */
    private static final String MEASURES = "个個名位项項种種款家座条條件台辆輛起支";

    private static final String DATE_UNITS = "年月";

    /** Digits or Chinese numerals, a sign of money before them and thousands or millions behind. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\p{Lu}{0,3}\\p{Sc}?[\\p{Nd}][\\p{Nd}.,:：/–—~～+-]*[十百千万萬亿億兆多余餘几幾]*|\\p{Sc}|[〇零一二两兩三四五六七八九十百千万萬亿億兆几幾数數多余餘]+");

    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}\\p{Sc}]+|[^\\p{L}\\p{N}\\p{Sc}]+$");
    /** Marks that may not stand before an ellipsis: what opens, and what would separate. */
    private static final String LOOSE_MARKS = "，、；：,;:《〈“‘「『（(—–-·";

    private Dangling() {}

    /**
     * Where to cut instead, so that nothing is left hanging.
     *
     * @param ends where words end, ascending
     * @param at index of the end at which the sentence would be cut
     * @return index of an earlier end, or the same; -1 when nothing is left
     */
    static int stepBack(String sentence, List<Integer> ends, int at) {
        int index = at;
        while (index >= 0) {
            int words = hanging(sentence, ends, index);
            if (words == 0) break;
            index -= words;
        }
        return index;
    }

    /** What is left when marks that may not stand before an ellipsis have gone from the end. */
    static String withoutLooseMarks(String s) {
        int end = s.length();
        while (end > 0 && (Character.isWhitespace(s.charAt(end - 1)) || LOOSE_MARKS.indexOf(s.charAt(end - 1)) >= 0))
            end--;
        return s.substring(0, end);
    }

    /** How many of the words before an end are to go. */
    private static int hanging(String sentence, List<Integer> ends, int index) {
        int end = ends.get(index);
        String last = word(sentence, ends, index, 1);
        if (last.isEmpty()) return 1;
        boolean closed = isClosed(sentence, end);
        if (!closed && NUMBER.matcher(last).matches()) return isYear(sentence, end, last) ? 0 : 1;
        // A word that ends with a mark of its own has nothing to wait for.
        if (closed) return 0;
        if (isHalfACount(sentence, ends, index, last)) return 1;
        if (SPACED.contains(last.toLowerCase(Locale.ROOT))) return 1;
        for (int words = 1; words <= Math.min(LONGEST_HAN, index + 1); words++)
            if (HAN.contains(word(sentence, ends, index, words))) return words;
        return 0;
    }

    /** "Five pieces of" without what they are, and a year or a month whose day has been cut off. */
    private static boolean isHalfACount(String sentence, List<Integer> ends, int index, String last) {
        int end = ends.get(index);
        if (MEASURES.contains(last))
            return NUMBER.matcher(word(sentence, ends, index - 1, 1)).matches();
        return DATE_UNITS.contains(last) && end < sentence.length() && Character.isDigit(sentence.charAt(end));
    }

    private static String word(String sentence, List<Integer> ends, int index, int words) {
        if (index < 0) return "";
        int start = index < words ? 0 : ends.get(index - words);
        return EDGES.matcher(sentence.substring(start, ends.get(index))).replaceAll("");
    }

    /** Whether a mark stands between what would be the last word and the next one. */
    private static boolean isClosed(String sentence, int end) {
        if (!Scripts.isWord(sentence.codePointBefore(end)) && isClosing(sentence.codePointBefore(end))) return true;
        return end < sentence.length() && isClosing(sentence.codePointAt(end));
    }

    private static boolean isClosing(int c) {
        return "，；：。！？、,;:.!?)）”’」』》〉%％‰°".indexOf(c) >= 0;
    }

    /** Four digits between words that have spaces between them; in Chinese the word for year would follow. */
    private static boolean isYear(String sentence, int end, String number) {
        return YEAR.matcher(number).matches()
                && end < sentence.length()
                && Character.isWhitespace(sentence.charAt(end))
                && !sentence.substring(end).strip().isEmpty()
                && !Scripts.isCjk(sentence.substring(end).strip().codePointAt(0));
    }

    private static Set<String> words(String lines) {
        return Arrays.stream(lines.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
