package org.postbag.bot.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SignedMessageIdsTest {
    private final SignedMessageIds ids = new SignedMessageIds(
            Fixtures.TOKENS::name, delivery -> delivery == 9 ? OptionalLong.of(77) : OptionalLong.empty());

    @Test
    void aDigestBelongsToTheSubscriptionOfItsDeliveryAndAQuestionToItsOwn() {
        assertThat(ids.subscription(Fixtures.messageId("digest", 9))).hasValue(77);
        assertThat(ids.subscription(Fixtures.messageId("confirm", 7))).hasValue(7);
    }

    @Test
    void aDeliveryThatIsNoLongerKnownBelongsToNobody() {
        assertThat(ids.subscription(Fixtures.messageId("digest", 10))).isEmpty();
    }

    @Test
    void anAlteredOrBorrowedSignatureIsNone() {
        String digest = Fixtures.messageId("digest", 9);
        assertThat(ids.subscription(digest.replace(".9.", ".10."))).isEmpty();
        assertThat(ids.subscription(digest.replace("digest", "confirm"))).isEmpty();
        assertThat(ids.subscription(digest.replace("@", "A@"))).isEmpty();
        assertThat(ids.subscription("<digest.99999999999999999999.aaaaaaaaaaaaaaaa@example.org>"))
                .isEmpty();
        assertThat(ids.subscription("")).isEmpty();
    }

    @Test
    void idsAreFoundInATextHoweverItShowsThem() {
        String id = Fixtures.messageId("digest", 9);
        String bare = id.substring(1, id.length() - 1);
        for (String shown : new String[] {
            "Message-ID: " + id, "&lt;" + bare + "&gt;", bare.replace("@", "&#64;"), "id=" + bare.replace("@", "%40")
        }) {
            assertThat(SignedMessageIds.candidates("a\n" + shown + "\nb")).hasSize(1);
            assertThat(ids.subscription(SignedMessageIds.candidates(shown).get(0)))
                    .hasValue(77);
        }
    }
}
