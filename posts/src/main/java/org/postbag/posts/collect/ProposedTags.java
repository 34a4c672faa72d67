package org.postbag.posts.collect;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postbag.posts.text.Han;
import org.postbag.posts.text.Scripts;

/**
 * Proposes tags for a post that has none: words that its title says and its text says again. ICU's dictionaries tell
 * where words end in writing without spaces. Not thread safe.
 */
final class ProposedTags {
    private static final int MOST = 3;
    private static final int BEGINNING = 3_000;
    private static final int LEAST_IN_TEXT = 2;
    private static final int LEAST_LETTERS = 4;
    private static final Set<String> COMMON = Set.of(
            "about", "after", "again", "also", "because", "been", "before", "being", "could", "every", "first", "from",
            "have", "here", "into", "just", "last", "like", "made", "make", "many", "more", "most", "much", "need",
            "only", "other", "over", "says", "said", "should", "some", "such", "than", "that", "their", "them", "then",
            "there", "these", "they", "this", "those", "under", "very", "want", "week", "well", "were", "what", "when",
            "where", "which", "while", "will", "with", "would", "year", "years", "your", "公司", "进行", "可以", "一个", "我们",
            "他们", "这个", "表示", "目前", "记者", "报道", "发布", "今年", "昨天", "今天", "已经", "没有", "成为", "问题", "可能", "通过", "以及", "其中",
            "有关", "相关", "称为", "认为", "时间", "开始", "最新", "消息", "新闻");

    private final Han han = new Han();
    private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

    /** At most three, the most telling first, as the title writes them. */
    List<String> of(String title, String text) {
        Map<String, String> inTitle = new HashMap<>();
        Map<String, Integer> firstAt = new HashMap<>();
        Map<String, Integer> inText = new HashMap<>();
        each(title, (word, at) -> {
            String folded = han.fold(word);
            inTitle.putIfAbsent(folded, word);
            firstAt.putIfAbsent(folded, at);
        });
        each(
                text.substring(0, Math.min(BEGINNING, text.length())),
                (word, at) -> inText.merge(han.fold(word), 1, Integer::sum));
        return inTitle.keySet().stream()
                .filter(word -> inText.getOrDefault(word, 0) >= LEAST_IN_TEXT)
                .sorted(Comparator.comparingInt((String word) -> -inText.getOrDefault(word, 0))
                        .thenComparingInt(word -> firstAt.getOrDefault(word, 0)))
                .limit(MOST)
                .map(word -> inTitle.getOrDefault(word, word))
                .toList();
    }

    private interface Sink {
        void word(String word, int at);
    }

    private void each(String text, Sink sink) {
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            String word = text.substring(start, end);
            if (isTelling(word)) sink.word(word, start);
        }
    }

    private boolean isTelling(String word) {
        int c = word.codePointAt(0);
        if (!Character.isLetter(c) || COMMON.contains(han.fold(word))) return false;
        int letters = word.codePointCount(0, word.length());
        return Scripts.isUnspaced(c) ? letters >= 2 : letters >= LEAST_LETTERS;
    }
}
