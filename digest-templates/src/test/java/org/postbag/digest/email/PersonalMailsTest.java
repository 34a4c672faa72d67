package org.postbag.digest.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postbag.digest.Digest;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** Readers of one digest share the work of writing it, and nothing else. */
class PersonalMailsTest {

    private final EmailRenderer renderer = new EmailRenderer(new Templates(null));

    private static EmailLinks links(int reader) {
        String name = "r" + reader + "z";
        return new EmailLinks(
                "https://post.example.org",
                reader % 5 == 0 ? null : "https://post.example.org/preferences/" + name + "?a=1&b=2",
                reader % 7 == 0 ? null : "https://post.example.org/unsubscribe/" + name,
                reader % 3 == 0 ? null : name + "@example.org",
                reader % 2 == 0);
    }

    @Test
    void everyReaderGetsExactlyWhatARendererOfTheirOwnWouldWrite() {
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        for (int reader = 1; reader <= 40; reader++)
            assertThat(renderer.digest(d, links(reader)))
                    .isEqualTo(new EmailRenderer(new Templates(null)).digest(d, links(reader)));
    }

    @Test
    void noReadersLinksOrAddressStandInTheMailOfAnother() throws Exception {
        List<Digest> digests = List.of(
                SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT),
                SamplePosts.digest(ReaderLanguage.EN, Length.SHORT),
                MailSamples.digest(MailSamples.rich(40), ReaderLanguage.ZH));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<EmailBody>> work = new ArrayList<>();
        for (int reader = 0; reader < 600; reader++) {
            Digest d = digests.get(reader % digests.size());
            EmailLinks own = links(reader);
            work.add(() -> renderer.digest(d, own));
        }
        List<Future<EmailBody>> mails = threads.invokeAll(work);
        threads.shutdown();
        for (int reader = 0; reader < mails.size(); reader++) {
            EmailBody mail = mails.get(reader).get();
            EmailLinks own = links(reader);
            for (String part : List.of(mail.html(), mail.text())) {
                assertThat(part.replace("r" + reader + "z", ""))
                        .doesNotContainPattern("r\\d+z")
                        .doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F]");
                String unescaped = part.replace("&amp;", "&");
                if (own.preferences() != null) assertThat(unescaped).contains(own.preferences());
                if (own.unsubscribe() != null) assertThat(unescaped).contains(own.unsubscribe());
                if (own.address() != null) assertThat(unescaped).contains(own.address());
                assertThat(part.contains("unsubscribe/")).isEqualTo(own.unsubscribe() != null);
                assertThat(part.contains("回复编号") || part.contains("Reply with")).isEqualTo(own.replies());
            }
        }
    }

    @Test
    void anotherRevisionTitleDayOrLanguageIsAnotherDigest() {
        List<Post> posts = SamplePosts.morning();
        Digest d = MailSamples.digest(posts, ReaderLanguage.ZH);
        EmailBody first = renderer.digest(d, MailSamples.LINKS);
        List<Post> corrected = new ArrayList<>(posts);
        Post old = posts.get(7);
        corrected.set(
                7, SamplePosts.numbered(SamplePosts.post(old.id(), "更正：引航船", "改过的摘要。", old.tags()), 2, old.id(), 99));
        EmailBody second = renderer.digest(MailSamples.digest(corrected, ReaderLanguage.ZH), MailSamples.LINKS);
        assertThat(second.text()).contains("更正：引航船", "改过的摘要。");
        assertThat(first.text()).doesNotContain("更正");
        assertThat(renderer.digest(d.withDate(d.date().plusDays(1)), MailSamples.LINKS)
                        .html())
                .contains("11月23日");
        assertThat(renderer.digest(MailSamples.digest(posts, ReaderLanguage.EN), MailSamples.LINKS)
                        .text())
                .contains("Unsubscribe");
        assertThat(renderer.digest(d, MailSamples.LINKS)).isEqualTo(first);
    }

    @Test
    void whatAnAddressHoldsIsEscapedInHtmlAndAsItIsInText() {
        EmailLinks odd = new EmailLinks(
                null, "https://e.org/?a=1&b=\"2", "mailto:x@e.org?subject=a&b", "o'neill+<b>@e.org", true);
        EmailBody mail = renderer.digest(SamplePosts.digest(ReaderLanguage.EN, Length.SHORT), odd);
        assertThat(mail.html())
                .contains("href=\"https://e.org/?a=1&amp;b=&quot;2\"", "o&#39;neill+&lt;b&gt;@e.org")
                .doesNotContain("<b>@");
        assertThat(mail.text()).contains("https://e.org/?a=1&b=\"2", "o'neill+<b>@e.org");
    }
}
