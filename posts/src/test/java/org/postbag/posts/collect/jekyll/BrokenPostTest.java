package org.postbag.posts.collect.jekyll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.posts.collect.jekyll.PostFiles.PATH;
import static org.postbag.posts.collect.jekyll.PostFiles.SHANGHAI;
import static org.postbag.posts.collect.jekyll.PostFiles.broken;
import static org.postbag.posts.collect.jekyll.PostFiles.parse;
import static org.postbag.posts.collect.jekyll.PostFiles.post;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BrokenPostTest {
    private final JekyllParser parser = new JekyllParser();

    @Test
    void frontMatterThatIsNoYamlNamesTheLine() {
        Parsed.Unreadable broken = broken(PATH, "---\ntitle: x\ntags: [a, b\nauthor: y\n---\nBody");
        assertThat(broken.where()).isEqualTo(PATH + ":4");
        assertThat(broken.problem()).contains("no YAML");
        assertThat(broken.remedy()).isNotBlank();
        assertThat(broken(PATH, "---\njust text\n---\n").problem()).contains("no list of fields");
        assertThat(broken(PATH, "---\ntitle: x\nno end").problem()).contains("no end");
    }

    @Test
    void aRuleAtTheTopOfATextIsNoFrontMatter() {
        assertThat(post(PATH, "---\nJust a line.\n").title()).isEqualTo("First Snow");
    }

    @Test
    void binaryFilesAndOtherEncodingsAreRefusedWithARemedy() {
        assertThat(broken(PATH, "a\0b").problem()).contains("binary");
        Parsed gbk = parser.parse(PATH, "标题：雪".getBytes(Charset.forName("GB18030")), SHANGHAI);
        assertThat(gbk).isInstanceOfSatisfying(Parsed.Unreadable.class, bad -> assertThat(bad.remedy())
                .contains("iconv"));
    }

    @Test
    @Timeout(20)
    void bombsEndAtALimit() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        broken(PATH, "---\n" + laughs + "---\n");
        broken(PATH, "---\na: " + "[".repeat(5000) + "]".repeat(5000) + "\n---\n");
        broken(PATH, "---\na: " + "{a: ".repeat(200) + "}".repeat(200) + "\n---\n");
        broken(PATH, "---\na: &a [*a]\n---\n");
        broken(PATH, "---\na: " + "x".repeat(300_000) + "\n---\n");
        broken(PATH, "---\na: [" + "x,".repeat(20_000) + "x]\n---\n");
        post(PATH, "{% ".repeat(100_000));
        post(PATH, "{{ ".repeat(100_000) + "}}");
        post(PATH, "[".repeat(50_000));
        post(PATH, "> ".repeat(50_000));
        post(PATH, "*a _b ".repeat(20_000));
        post(PATH, "{% raw %}".repeat(20_000));
    }

    @Test
    @Timeout(60)
    void noFileCrashesTheParser() {
        Random random = new Random(7);
        String[] pieces = {
            "---\n",
            "...\n",
            "title: ",
            "date: ",
            "tags: ",
            "[",
            "]",
            "{",
            "}",
            "{%",
            "%}",
            "{{",
            "}}",
            "raw",
            "endraw",
            "\n",
            "\r\n",
            "2021-05-04",
            " 07:30",
            "+08",
            "&a",
            "*a",
            "<<: ",
            "!x ",
            "\"",
            "'",
            "|",
            ">",
            "<div>",
            "</div>",
            "<!--",
            "-->",
            "雪",
            "\ud83d\ude00",
            "\u0000",
            "\t",
            "- ",
            "# ",
            "`",
            "```",
            "~",
            "\\",
            "{:",
            "http://x",
            "1621533660000"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder file = new StringBuilder(random.nextBoolean() ? "---\n" : "");
            for (int n = random.nextInt(40); n > 0; n--) file.append(pieces[random.nextInt(pieces.length)]);
            assertThat(parse(PATH, file.toString())).isNotNull();
        }
    }
}
