package org.postbag.posts.summary.llm;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postbag.posts.text.Han;
import org.postbag.posts.text.Scripts;

/**
 * The Chinese characters of a text by pairs. An answer whose words are made of these pairs says nothing new. Of the
 * others, a word counts as a name the text does not have when
 *
 * <ul>
 *   <li>it is a country, a province or a large city,
 *   <li>it stands before 公司, 大学, 市 or the like,
 *   <li>it begins with a surname that the dictionary does not join to the next character, or is three characters long and
 *       begins with one,
 *   <li>the dictionary does not know it: two new characters that are each on their own,
 *   <li>or it shares no character with the text and is no ordinary word of the news.
 * </ul>
 *
 * <p>Not found out: a name put together from pairs of the text, one that shares a character with it and is in the
 * dictionary, and a wrong connection between right names.
 */
final class HanNames {
    private static final String FUNCTION = "的了在是和与及或也都将被把对向从到于为以其之而并等中上下内外前后间时里来去有无不未已曾正更最很就还又再则但因由使让给所这那此该各每某"
            + "他她它我你们说称后多少余近约超较可能会要应须需新老大小好共同个名位次第者性化式型地得着过起出入高低全本双";
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石韦贾夏付邹熊孟秦邱侯江尹薛闫段雷黎史陶贺毛郝顾龚邵覃武钱戴严莫孔汤欧柯尤俞柳岳齐";
    private static final Set<String> SUFFIXES = Set.of(
            "公司", "集团", "大学", "学院", "银行", "医院", "协会", "法院", "委员会", "基金", "基金会", "研究院", "研究所", "出版社", "通讯社", "科技", "实验室",
            "中学", "小学", "省", "市", "县", "州", "镇", "村", "岛", "区");
    private static final Set<String> ORDINARY = WordList.read("ordinary-zh.txt");
    private static final Set<String> PLACES = places();

    private final Han han = new Han();
    private final Set<Long> pairs = new HashSet<>();
    private final Set<Integer> characters = new HashSet<>();
    private final String text;

    HanNames(String source) {
        text = normal(source);
        int before = -1;
        for (int c : text.codePoints().toArray()) {
            if (Scripts.isCjk(c)) {
                characters.add(c);
                pairs.add(pair(before, c));
            }
            before = c;
        }
    }

    private static Set<String> places() {
        Set<String> places = new HashSet<>(WordList.read("places-zh.txt"));
        for (String country : ULocale.getISOCountries())
            places.add(new ULocale("", country).getDisplayCountry(ULocale.SIMPLIFIED_CHINESE));
        // 我国 and 全国 say the same.
        places.remove("中国");
        return Set.copyOf(places);
    }

    private static long pair(int first, int second) {
        return ((long) first << 32) | second;
    }

    private static String normal(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFKC);
    }

    /** How many of the answer's CJK characters stand in a pair of the text, and how many there are. */
    int[] overlap(String answer) {
        int[] c = normal(answer).codePoints().toArray();
        boolean[] known = known(c);
        int all = 0;
        int found = 0;
        for (int i = 0; i < c.length; i++) {
            if (!Scripts.isCjk(c[i])) continue;
            all++;
            if (known[i]) found++;
        }
        return new int[] {found, all};
    }

    private boolean[] known(int[] c) {
        boolean[] known = new boolean[c.length];
        for (int i = 0; i < c.length; i++) {
            boolean joined = i + 1 < c.length && Scripts.isCjk(c[i + 1]);
            if (joined && pairs.contains(pair(c[i], c[i + 1]))) known[i] = known[i + 1] = true;
            boolean alone = !joined && (i == 0 || !Scripts.isCjk(c[i - 1]));
            if (alone && characters.contains(c[i])) known[i] = true;
        }
        return known;
    }

    /** The first word of {@code answer} that looks like a name and is none of the text's. */
    Optional<String> stranger(String answer) {
        String s = normal(answer);
        int[] c = s.codePoints().toArray();
        boolean[] known = known(c);
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.SIMPLIFIED_CHINESE);
        breaks.setText(s);
        String before = "";
        boolean beforeNew = false;
        int at = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = s.substring(start, end);
            int[] own = word.codePoints().toArray();
            boolean isNew = Arrays.stream(own).allMatch(Scripts::isHan)
                    && isNew(word, own, Arrays.copyOfRange(known, at, at + own.length));
            if (beforeNew
                    && (SUFFIXES.contains(word)
                            || (isNew && before.length() + word.length() <= 4 && (before.length() == 1))))
                return Optional.of(before + word);
            if (isNew && looksLikeName(word, own)) return Optional.of(word);
            if (isNew && own.length == 1 && isSurname(word) && followed(c, at))
                return Optional.of(word + new String(c, at + 1, 1) + "…");
            before = word;
            beforeNew = isNew;
            at += own.length;
        }
        return Optional.empty();
    }

    /** A word with a character in no pair of the text; numerals are {@link Figures}' business. */
    private boolean isNew(String word, int[] own, boolean[] known) {
        boolean all = true;
        for (boolean one : known) all &= one;
        if (all || (own.length > 1 && text.contains(word))) return false;
        String simple = han.fold(word);
        if (ORDINARY.contains(simple) || simple.chars().allMatch(c -> HanNumeral.ALL.indexOf(c) >= 0)) return false;
        return own.length > 1 || FUNCTION.indexOf(simple) < 0;
    }

    private boolean looksLikeName(String word, int[] own) {
        if (own.length == 1) return false;
        String simple = han.fold(word);
        if (PLACES.contains(simple)) return true;
        if (own.length == 3 && isSurname(simple.substring(0, 1))) return true;
        return Arrays.stream(own).filter(c -> FUNCTION.indexOf(c) < 0).noneMatch(characters::contains);
    }

    private boolean isSurname(String character) {
        return SURNAMES.contains(han.fold(character));
    }

    /** Whether the character and the next, which is Chinese too, are no pair of the text. */
    private boolean followed(int[] c, int at) {
        return at + 1 < c.length && Scripts.isHan(c[at + 1]) && !pairs.contains(pair(c[at], c[at + 1]));
    }
}
