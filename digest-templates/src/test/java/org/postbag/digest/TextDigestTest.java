package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postbag.digest.text.TextRenderer;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;

class TextDigestTest {

    private final TextRenderer renderer = new TextRenderer(new Templates(null));

    @Test
    void aDigestReadsWellInATerminal() {
        assertThat(renderer.render(SamplePosts.digest(ReaderLanguage.EN, Length.SHORT)))
                .startsWith(
                        """
                        Morning Post
                        ============
                        Sunday, 22 November 2026 · Asia/Shanghai
                        14 posts · 5 topics · 1-minute read
                        科研 3 · 芯片 5 · 交通 3 · 城市 2 · Other 1

                        科研 (3)
                        --------

                        1. 深海采样器带回一万米处的盐水样本
                        gangwan-bao · 21 Nov 22:30
                        采样器在海沟底部停留七小时，带回保持原压的盐水。分析显示其中有此前未见的管状微
                        生物。
                        https://news.example.org/zh/2026/9

                        2. Deep-sea sampler returns brine under full pressure
                        """)
                .contains("Also: harbour-times https://news.example.org/en/2026/2\n")
                .endsWith("https://news.example.org/zh/2026/14\n");
    }

    @Test
    void titlesAloneAreATitleAndALinkEach() {
        assertThat(renderer.render(SamplePosts.digest(ReaderLanguage.ZH, Length.TITLES)))
                .contains("1. 深海采样器带回一万米处的盐水样本\ngangwan-bao · 11月21日 22:30\nhttps://news.example.org/zh/2026/9\n\n2. ");
    }
}
