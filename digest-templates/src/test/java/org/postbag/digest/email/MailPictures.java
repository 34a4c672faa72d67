package org.postbag.digest.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.DigestOptions;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** Writes the mails that README's pictures show: {@code MailPictures FOLDER}; docs/pictures/mail.sh takes the pictures. */
public final class MailPictures {

    private static final String WEB = "https://post.example.org";

    private MailPictures() {}

    private static List<Post> posts(ReaderLanguage lang) {
        boolean zh = lang == ReaderLanguage.ZH;
        List<Post> posts = new ArrayList<>();
        add(
                posts,
                zh,
                "天文",
                "Sky",
                "山顶望远镜看见一颗彗星断成三截",
                "A mountain telescope watches a comet break in three",
                "断裂发生在近日点之后的第九天，三截碎片仍沿同一轨道前行。下周起，用双筒镜就能看到最亮的一截。",
                "It broke nine days after passing the sun; the pieces still share one orbit. From next week binoculars show the brightest.");
        add(
                posts,
                zh,
                "天文",
                "Sky",
                "业余观星者连续三十年记下同一颗变星",
                "Thirty years of notes on one variable star",
                "她的四千条记录补上了卫星升空以前的空白，如今同专业数据并列发表。",
                "Her four thousand entries fill the years before the satellites, and are now published beside them.");
        add(
                posts,
                zh,
                "芯片",
                "Chips",
                "一枚芯片在六百度下连续运行半年",
                "A chip runs for half a year at 600 °C",
                "碳化硅逻辑芯片不再需要冷却管路，可以直接装进地热钻头。研究组公开了全部测试数据。",
                "Made of silicon carbide, it needs no cooling and fits into a geothermal drill head. All test data are public.");
        add(
                posts,
                zh,
                "芯片",
                "Chips",
                "两家小厂合用一条封装产线",
                "Two small foundries share a packaging line",
                "机器太贵，谁也填不满；合用之后，成本降了三成。",
                "Neither could fill the machines alone; together they pay a third less.");
        add(
                posts,
                zh,
                "城市",
                "City",
                "停运六十年的电车回到老码头",
                "After sixty years trams return to the old harbour",
                "第一班车周六清晨发出，每十二分钟一班。票价与公交相同，自行车可以上车。",
                "The first left on Saturday at dawn; they run every twelve minutes, at bus fares, and take bicycles.");
        add(
                posts,
                zh,
                "城市",
                "City",
                "四十家图书馆出借菜籽，秋天还一把",
                "Libraries lend seeds, and want a handful back",
                "借走的人在秋天还回自家留的种子，目录里已有两百多个本地品种。",
                "Borrowers return what they grew; the catalogue already lists two hundred local kinds.");
        return posts;
    }

    private static void add(
            List<Post> posts,
            boolean zh,
            String tag,
            String enTag,
            String title,
            String enTitle,
            String text,
            String enText) {
        int id = posts.size() + 1;
        posts.add(SamplePosts.post(
                id,
                zh ? title : enTitle,
                zh ? text : enText,
                List.of(zh ? tag : enTag),
                0,
                SamplePosts.MORNING.minusSeconds(2_700L * id)));
    }

    private static EmailBody mail(ReaderLanguage lang) {
        DigestOptions o = SamplePosts.options(lang, Length.SHORT);
        boolean zh = lang == ReaderLanguage.ZH;
        List<String> followed = zh ? List.of("天文", "芯片") : List.of("Sky", "Chips");
        Digest d = new DigestBuilder()
                .build(
                        posts(lang),
                        new DigestOptions(
                                o.name(), o.lang(), o.zone(), o.length(), 5, 30, o.from(), o.to(), followed, 0));
        return new EmailRenderer(new Templates(null))
                .digest(
                        d,
                        new EmailLinks(
                                WEB, WEB + "/preferences/x7", WEB + "/unsubscribe/x7", "reader@example.org", true));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (ReaderLanguage lang : ReaderLanguage.values())
            Files.writeString(
                    folder.resolve("mail-" + lang.word() + ".html"), mail(lang).html());
    }
}
