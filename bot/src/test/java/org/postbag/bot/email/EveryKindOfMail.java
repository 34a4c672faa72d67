package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.postbag.bot.command.Asker;
import org.postbag.bot.command.Conversation;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/** A reader who makes the bot send a mail of every kind it has, and answers to every command of the language. */
final class EveryKindOfMail {

    /** Command, arguments, what must be in the answer; in the order in which they make sense. */
    private static final List<List<String>> ENGLISH = List.of(
            List.of("help", "", "follow"),
            List.of("help", "schedule", "07:30"),
            List.of("tags", "", "科技"),
            List.of("follow", "科技 City", "科技, City"),
            List.of("unfollow", "City", "科技"),
            List.of("mute", "足球", "足球"),
            List.of("unmute", "足球", ""),
            List.of("schedule", "8：15 weekdays", "08:15"),
            List.of("timezone", "London", "Europe/London"),
            List.of("quiet", "23:00-07:00", "23:00"),
            List.of("length", "long", "paragraph"),
            List.of("lang", "en", "English"),
            List.of("list", "", "Topics: 科技"),
            List.of("pause", "3d", "Paused"),
            List.of("resume", "", "again"),
            List.of("settings", "", "Europe/London"),
            List.of("search", "芯片", "芯片厂扩产"),
            List.of("search", "nothing-like-it", ""),
            List.of("read", "1", ""),
            List.of("latest", "5", "River cleaned up"),
            List.of("digest", "City", "River cleaned up"),
            List.of("archive", "", "2026-11-2"),
            List.of("export", "", "Europe/London"),
            List.of("subscribe", "", ""),
            List.of("confirm", "", ""),
            List.of("nonsense", "", ""));

    private static final List<List<String>> CHINESE = List.of(
            List.of("帮助", "", "关注"),
            List.of("帮助", "推送时间", "07:30"),
            List.of("标签", "", "科技"),
            List.of("关注", "科技 City", "科技、City"),
            List.of("取消关注", "City", "科技"),
            List.of("屏蔽", "足球", "足球"),
            List.of("取消屏蔽", "足球", ""),
            List.of("推送时间", "8：15 weekdays", "08:15"),
            List.of("时区", "London", "Europe/London"),
            List.of("免打扰", "23:00-07:00", "23:00"),
            List.of("长度", "long", "一小段"),
            List.of("语言", "中文", "中文"),
            List.of("我的订阅", "", "话题：科技"),
            List.of("暂停", "3d", "已暂停"),
            List.of("恢复", "", "已恢复"),
            List.of("设置", "", "Europe/London"),
            List.of("搜索", "芯片", "芯片厂扩产"),
            List.of("搜索", "nothing-like-it", ""),
            List.of("全文", "1", ""),
            List.of("最新", "5", "River cleaned up"),
            List.of("摘要", "City", "River cleaned up"),
            List.of("往期", "", "2026-11-2"),
            List.of("导出", "", "Europe/London"),
            List.of("订阅", "", ""),
            List.of("确认", "", ""),
            List.of("胡说", "", ""));

    private final MailBench bench;
    private final boolean chinese;
    private final Map<String, CheckedMail> mails = new LinkedHashMap<>();

    private EveryKindOfMail(MailBench bench, boolean chinese) {
        this.bench = bench;
        this.chinese = chinese;
    }

    /** The words that are asked by mail in a language. */
    static List<String> words(boolean chinese) {
        return (chinese ? CHINESE : ENGLISH).stream().map(line -> line.get(0)).toList();
    }

    /** Mails by a name of their kind; the bench has its posts already. */
    static Map<String, CheckedMail> of(MailBench bench, boolean chinese) {
        EveryKindOfMail all = new EveryKindOfMail(bench, chinese);
        all.join();
        all.ask();
        all.link();
        all.leave();
        return all.mails;
    }

    private CheckedMail keep(String name, List<CheckedMail> sent) {
        assertThat(sent).as(name).hasSize(1);
        mails.put(name, sent.get(0));
        return sent.get(0);
    }

    private void join() {
        CheckedMail question = keep("confirmation", bench.write("", chinese ? "订阅" : "subscribe", "", null));
        assertThat(question.text()).contains("https://news.example.org/confirm/");
        keep("welcome", bench.write("", "Re: " + question.subject(), chinese ? "确认" : "confirm", question));
        bench.bot.clock().advance(Duration.ofHours(2));
        assertThat(bench.pass().sent()).isEqualTo(1);
        CheckedMail digest = keep("digest", bench.sent());
        assertThat(digest.text()).contains("芯片厂扩产", "River cleaned up");
        assertThat(digest.html()).contains("https://example.org/plant.jpg");
        CheckedMail article = keep("article", bench.write("", "Re: " + digest.subject(), "１、2", digest));
        assertThat(article.text()).contains("第二段说的是用电", "volunteers");
        assertThat(article.header("References")).contains(digest.header("Message-ID"));
        keep("nothing by that number", bench.write("", "Re: " + digest.subject(), "97", digest));
        keep("change question", bench.write("", chinese ? "暂停 3d" : "pause 3d", "", null));
    }

    /** Some at a time, no more than a reader may ask in an hour. */
    private void ask() {
        List<List<String>> lines = chinese ? CHINESE : ENGLISH;
        for (int from = 0; from < lines.size(); from += 13) {
            bench.bot.clock().advance(Duration.ofHours(1));
            ask(lines.subList(from, Math.min(lines.size(), from + 13)));
        }
    }

    private void ask(List<List<String>> lines) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (List<String> line : lines)
            asked.put(bench.deliver(MailBench.ALIGNED, (line.get(0) + " " + line.get(1)).strip(), "", null), line);
        for (CheckedMail answer : bench.read()) {
            List<String> line = asked.remove(answer.header("In-Reply-To"));
            assertThat(line).as(answer.subject()).isNotNull();
            mails.put(answer.subject(), answer);
            assertThat(answer.text()).contains(line.get(2)).contains("https://news.example.org/preferences/");
            assertThat(answer.header("Auto-Submitted")).isEqualTo("auto-replied");
        }
        assertThat(asked).as("not answered").isEmpty();
    }

    /** An inbox is linked to a chat, which asks for it. */
    private void link() {
        Address chat = Address.parse("telegram:42");
        Change lang = Change.none().withLang(chinese ? ReaderLanguage.ZH : ReaderLanguage.EN);
        bench.bot.application().subscriptions().add(chat, lang, true);
        Conversation conversation = bench.bot.application().conversation();
        Asker asker = Asker.at(chat, null);
        Conversation.Understood understood =
                conversation.understand("/email other@example.com", asker).orElseThrow();
        understood.command().answer(conversation.request(asker, understood));
        CheckedMail question = keep("link question", bench.sent());
        assertThat(question.header("To")).isEqualTo("other@example.com");
        assertThat(question.text()).contains("https://news.example.org/confirm/");
    }

    private void leave() {
        CheckedMail digest = mails.get("digest");
        keep("goodbye", bench.write("", "Re: " + digest.subject(), chinese ? "退订" : "unsubscribe", digest));
    }

    /** A busy day, with a picture for each post. */
    static void hundredPosts(MailBench bench) {
        Random random = new Random(5);
        for (int i = 1; i <= 100; i++)
            bench.post(
                    "many" + i,
                    "第 " + i + " 条新闻" + words(random, 12),
                    "标签" + i % 9,
                    "https://example.org/" + i + ".jpg",
                    words(random, 30) + "，" + i * 3 + "，" + words(random, 40) + "。" + words(random, 90) + "。");
    }

    /** Ideographs that mean nothing, so that no two posts tell the same story. */
    static String words(Random random, int length) {
        return random.ints(length, 0x4e00, 0x9000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
