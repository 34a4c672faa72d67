package org.postbag.bot.telegram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postbag.bot.app.Application;
import org.postbag.bot.bench.Line;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.posts.collect.Progress;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;

/**
 * One digest to 3,000 chats by {@code serve}, against a Telegram that counts in any second and any minute: at the limit
 * of 30 a second, with a reader who asks something now and then, and with a limit of 1,000.
 */
public final class TelegramBench {
    private static final int CHATS = 3000;
    private static final long ASKER = 900_001;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<String> command;

    /** @param command that starts Postbag, its own arguments left out */
    public TelegramBench(List<String> command) {
        this.command = List.copyOf(command);
    }

    public List<Line> run() throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        lines.addAll(broadcast(30, new RateWindows(30, 3, 20), true));
        lines.addAll(broadcast(1000, new RateWindows(1000, 3, 20), false));
        return lines;
    }

    private List<Line> broadcast(int rate, RateWindows windows, boolean asking) throws IOException, InterruptedException {
        try (TelegramDouble telegram = new TelegramDouble(windows)) {
            Path folder = prepared(telegram, rate);
            Process process = serve(folder);
            try {
                long slowest = asking ? askNowAndThen(telegram) : 0;
                telegram.await(PATIENCE, t -> t.messagesPerChat().size() >= CHATS + (asking ? 1 : 0));
                if (!telegram.violations().isEmpty()) throw new IllegalStateException(telegram.violations().toString());
                double measured = telegram.measuredRate().perSecond();
                double wanted = rate == 30 ? 0.95 * 30 : 500;
                List<Line> lines = new ArrayList<>();
                lines.add(new Line(
                        String.format(Locale.ROOT, "one digest to %,d chats on Telegram, limit %d a second", CHATS, rate),
                        String.format(Locale.ROOT, "%.2f a second, %d × 429", measured, telegram.tooMany()),
                        String.format(Locale.ROOT, "≥ %.1f a second, no 429", wanted),
                        measured >= wanted && telegram.tooMany() == 0));
                if (asking)
                    lines.add(new Line(
                            "slowest of ten answers to commands meanwhile",
                            slowest + " ms",
                            "≤ 1000 ms",
                            slowest <= 1000));
                return lines;
            } finally {
                process.destroy();
                process.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private static Path prepared(TelegramDouble telegram, int rate) throws IOException {
        Path folder = Files.createTempDirectory("bench-telegram");
        Files.createDirectories(folder.resolve("_posts"));
        Instant now = Instant.now();
        for (int i = 1; i <= 12; i++)
            Files.writeString(
                    folder.resolve("_posts").resolve(now.toString().substring(0, 10) + "-post" + i + ".md"),
                    """
                    ---
                    title: "第%d条消息：河口新桥的第%d次检测"
                    date: %s
                    tags: [城市]
                    ---
                    工程队今天完成了第%d次检测。桥面平整，灯也都亮了。附近的居民说，晚上散步的人比上个月多了一倍。
                    """
                            .formatted(i, i * 7, now.minusSeconds(600 + i), i));
        Path file = folder.resolve("postbag.yaml");
        Files.writeString(
                file,
                """
                sources: [{ id: bench, jekyll: ./_posts }]
                web: { port: 0 }
                digest: { expire: 40h }
                telegram: { token: "%s", api: "%s", rate: %d }
                """
                        .formatted(TelegramDouble.TOKEN, telegram.address(), rate));
        try (Application application =
                Application.open(new ConfigLoader(Map.of()).load(file, true).config(), Clock.systemUTC())) {
            application.collector().collect(application.sources(), Duration.ofDays(7), Progress.none());
            for (int chat = 1; chat <= CHATS; chat++)
                application.subscriptions().add(Address.parse("telegram:" + chat), Change.none(), true);
        }
        return folder;
    }

    /** A day later, so that the digest is due. */
    private Process serve(Path folder) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("serve", "--now", Instant.now().plus(Duration.ofDays(1)).toString()));
        Process process = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("ready ")) throw new IllegalStateException("not ready: " + line);
        return process;
    }

    /** How long the slowest answer took, in milliseconds. */
    private static long askNowAndThen(TelegramDouble telegram) throws InterruptedException {
        long slowest = 0;
        for (int i = 0; i < 10; i++) {
            TimeUnit.SECONDS.sleep(5);
            int before = telegram.messages(ASKER).size();
            long start = System.nanoTime();
            telegram.people().text(ASKER, ASKER, i % 2 == 0 ? "/latest" : "/help");
            telegram.await(t -> t.messages(ASKER).size() > before);
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
        }
        return slowest;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        for (Line line : new TelegramBench(List.of(args)).run()) System.out.println(line);
    }
}
