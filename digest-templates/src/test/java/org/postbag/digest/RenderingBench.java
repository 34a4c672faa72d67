package org.postbag.digest;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.postbag.digest.email.EmailLinks;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/**
 * How many different digests a second are built and rendered: readers with selections of their own out of 600 posts, up to 30
 * stories each. Run its {@code main}; prints a Markdown table.
 */
public final class RenderingBench {

    private static final int READERS = 10_000;

    private final List<Post> posts = new ArrayList<>();
    private final DigestBuilder builder = new DigestBuilder();
    private final TelegramRenderer telegram;
    private final EmailRenderer email;

    private RenderingBench() {
        Templates templates = new Templates(null);
        telegram = new TelegramRenderer(templates);
        email = new EmailRenderer(templates);
        Random random = new Random(1);
        String han = "海湾大学发布新型碳化硅芯片耐热六百度研究组连续运行四千小时发动机地热钻头不再需要冷却管路";
        for (int i = 1; i <= 600; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < 85; c++) text.append(han.charAt(random.nextInt(han.length())));
            List<String> tags = List.of("标签" + random.nextInt(20), "标签" + random.nextInt(20));
            posts.add(SamplePosts.post(
                    i,
                    i + text.substring(0, 24),
                    text.toString(),
                    tags,
                    random.nextInt(300),
                    SamplePosts.MORNING.minusSeconds(random.nextInt(86400))));
        }
    }

    private Digest digest(int reader) {
        Random random = new Random(reader);
        List<String> followed = new ArrayList<>();
        while (followed.size() < 6) followed.add("标签" + random.nextInt(20));
        List<Post> selected = posts.stream()
                .filter(p -> p.tags().stream().anyMatch(followed::contains))
                .toList();
        DigestOptions o = SamplePosts.options(reader % 5 == 0 ? ReaderLanguage.EN : ReaderLanguage.ZH, Length.SHORT);
        return builder.build(
                selected,
                new DigestOptions(o.name(), o.lang(), o.zone(), o.length(), 5, 30, o.from(), o.to(), followed, 0));
    }

    private Digest large(ReaderLanguage lang) {
        DigestOptions o = SamplePosts.options(lang, Length.SHORT);
        return builder.build(
                posts,
                new DigestOptions(o.name(), o.lang(), o.zone(), o.length(), 0, 27, o.from(), o.to(), List.of(), 0));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private interface Work {
        int of(int reader);
    }

    private void measure(String name, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            AtomicLong busy = new AtomicLong();
            List<Future<Long>> halves = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                int first = half;
                halves.add(threads.submit(() -> {
                    long size = 0;
                    long before = cpu();
                    for (int r = first; r < READERS; r += 2) size += work.of(r);
                    busy.addAndGet(cpu() - before);
                    return size;
                }));
            }
            long size = 0;
            for (Future<Long> half : halves) size += half.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (round == 2)
                System.out.printf(
                        "| %s | %.0f | %.0f | %d |%n",
                        name, READERS / seconds, 2e9 * READERS / busy.get(), size / READERS);
        }
        threads.shutdown();
    }

    public static void main(String[] args) throws Exception {
        RenderingBench bench = new RenderingBench();
        EmailLinks links = new EmailLinks(
                "https://post.example.org", "https://post.example.org/p", "https://post.example.org/u", null, true);
        System.out.println(
                "| what | digests a second | on two cores of its own | mean characters |\n| --- | --- | --- | --- |");
        bench.measure("build", r -> bench.digest(r).numbered().size());
        bench.measure("build, paginate and render for Telegram", r -> {
            Digest d = bench.digest(r);
            return bench.telegram.render(d, bench.telegram.paginate(d)).stream()
                    .mapToInt(String::length)
                    .sum();
        });
        Digest[] same = {bench.large(ReaderLanguage.ZH), bench.large(ReaderLanguage.EN)};
        bench.measure("the same digest of 50 KB as mail, to readers with links of their own", r -> {
            EmailLinks own = new EmailLinks(
                    "https://post.example.org",
                    "https://post.example.org/preferences/" + r,
                    "https://post.example.org/unsubscribe/" + r,
                    "reader" + r + "@example.org",
                    true);
            var body = bench.email.digest(same[r % 2], own);
            return body.html().length() + body.text().length();
        });
        bench.measure("build and render as mail, HTML and text", r -> {
            var body = bench.email.digest(bench.digest(r), links);
            return body.html().length() + body.text().length();
        });
    }
}
