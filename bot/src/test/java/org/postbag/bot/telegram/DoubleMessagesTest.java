package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The double takes and refuses messages as the Bot API does. */
class DoubleMessagesTest {
    private TelegramDouble telegram;
    private BotClient bot;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        bot = new BotClient(telegram);
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    private String send(String fields) {
        return bot.refusal("sendMessage", "{\"chat_id\": 42, " + fields + "}");
    }

    private String html(String text) {
        return send("\"parse_mode\": \"HTML\", \"text\": \"" + text + "\"");
    }

    @Test
    @DisplayName("a message comes back with its formatting apart, and a reader sees it without markup")
    void accepted() {
        JsonNode message = bot.call(
                        "sendMessage",
                        """
                        {"chat_id": "42", "parse_mode": "HTML", "disable_notification": "true",
                         "text": "😀 <b>a <i>b</i></b> &lt;<a href=\\"https://example.org/?a&amp;b\\">c</a>",
                         "link_preview_options": {"is_disabled": true}}
                        """)
                .path("result");
        assertThat(message.path("text").asText()).isEqualTo("😀 a b <c");
        assertThat(message.path("entities").toString())
                .isEqualTo(
                        "[{\"type\":\"bold\",\"offset\":3,\"length\":3},{\"type\":\"italic\",\"offset\":5,\"length\":1},"
                                + "{\"type\":\"text_link\",\"offset\":8,\"length\":1,\"url\":\"https://example.org/?a&b\"}]");
        assertThat(telegram.messages(42)).hasSize(1);
        assertThat(telegram.screen().text(42, 1)).isEqualTo("😀 a b <c");
        assertThat(telegram.screen().source(42, 1)).contains("<b>");
        assertThat(telegram.violations()).isEmpty();
    }

    @Test
    @DisplayName("lengths are counted in UTF-16 units after the markup is gone")
    void lengths() {
        assertThat(html("<b>" + "😀".repeat(2048) + "</b>")).isEmpty();
        assertThat(html("😀".repeat(2048) + "x")).isEqualTo("Bad Request: message is too long");
        assertThat(html("<b> </b>")).isEqualTo("Bad Request: message text is empty");
        assertThat(send("\"text\": \"\"")).isEqualTo("Bad Request: message text is empty");
        assertThat(html("<b>x</b>".repeat(100))).isEmpty();
        assertThat(html("<b>x</b>".repeat(101))).isEqualTo("Bad Request: too many entities");
    }

    @Test
    @DisplayName("markup that is not well formed is refused in Telegram's words")
    void markup() {
        String refused = "Bad Request: can't parse entities: ";
        assertThat(html("<b>x")).isEqualTo(refused + "Can't find end tag corresponding to start tag \"b\"");
        assertThat(html("é<p>x</p>")).isEqualTo(refused + "Unsupported start tag \"p\" at byte offset 2");
        assertThat(html("<b><i>x</b></i>"))
                .isEqualTo(refused + "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"");
        assertThat(html("x</b>")).isEqualTo(refused + "Unexpected end tag at byte offset 1");
        assertThat(html("1 < 2")).isEqualTo(refused + "Unclosed start tag at byte offset 2");
        assertThat(html("<span>x</span>"))
                .isEqualTo(refused + "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0");
        assertThat(html("AT&T &nbsp; &amp; &#128512;")).isEmpty();
        assertThat(telegram.screen().text(42, 1)).isEqualTo("AT&T &nbsp; & 😀");
        assertThat(telegram.violations()).isEmpty();
    }

    @Test
    @DisplayName("nesting that Telegram would silently drop is refused and counts as a violation")
    void nesting() {
        assertThat(html("<blockquote expandable><b>a <i>b</i></b> <a href='https://a.b/'>c</a></blockquote>"))
                .isEmpty();
        assertThat(html("<pre><code class='language-java'>x</code></pre>")).isEmpty();
        assertThat(telegram.screen().message(42, 2).path("entities").toString())
                .isEqualTo("[{\"type\":\"pre\",\"offset\":0,\"length\":1,\"language\":\"java\"}]");
        assertThat(telegram.violations()).isEmpty();
        assertThat(html("<blockquote>a<blockquote>b</blockquote></blockquote>")).contains("can't be nested");
        assertThat(html("<b><code>a</code></b>")).contains("can't be nested");
        assertThat(html("<code><b>a</b></code>")).contains("can't be nested");
        assertThat(html("<a href='https://a.b/'><a href='https://c.d/'>a</a></a>"))
                .contains("can't be nested");
        assertThat(telegram.violations()).hasSize(4);
    }

    @Test
    @DisplayName("fields that are unknown, missing or of the wrong type are refused")
    void fields() {
        assertThat(send("\"text\": \"x\", \"txet\": 1")).contains("unknown field txet");
        assertThat(send("\"text\": \"x\", \"link_preview_options\": {\"disabled\": true}"))
                .contains("unknown field");
        assertThat(send("\"text\": 7")).contains("must be a String");
        assertThat(send("\"text\": \"x\", \"disable_notification\": 1")).contains("must be a Boolean");
        assertThat(telegram.violations()).hasSize(4);
        assertThat(bot.refusal("sendMessage", "{\"text\": \"x\"}")).isEqualTo("Bad Request: chat_id is empty");
        assertThat(bot.refusal("sendMessage", "{not json")).isEqualTo("Bad Request: can't parse JSON object");
        assertThat(bot.call("sendMesage", "{}").path("error_code").asInt()).isEqualTo(404);
        assertThat(telegram.violations()).hasSize(6);
    }

    @Test
    @DisplayName("keyboards are held to their limits")
    void keyboards() {
        assertThat(keyboard("{\"text\": \"x\", \"callback_data\": \"" + "é".repeat(32) + "\"}"))
                .isEmpty();
        assertThat(keyboard("{\"text\": \"x\", \"callback_data\": \"" + "é".repeat(33) + "\"}"))
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
        assertThat(keyboard("{\"text\": \"x\", \"url\": \"javascript:alert(1)\"}"))
                .contains("is invalid");
        assertThat(keyboard("{\"text\": \"x\", \"url\": \"tg://resolve?domain=x\"}"))
                .isEmpty();
        assertThat(keyboard("{\"text\": \"x\"}")).contains("text buttons are unallowed");
        String button = "{\"text\": \"x\", \"callback_data\": \"x\"}";
        assertThat(keyboard(button + ("," + button).repeat(8))).contains("more than 8 buttons in a row");
        assertThat(rows(button, 100)).isEmpty();
        assertThat(rows(button, 101)).isEqualTo("Bad Request: reply markup is too long");
    }

    private String keyboard(String row) {
        return send("\"text\": \"x\", \"reply_markup\": {\"inline_keyboard\": [[" + row + "]]}");
    }

    private String rows(String button, int count) {
        String row = "[" + button + "]";
        return send("\"text\": \"x\", \"reply_markup\": {\"inline_keyboard\": [" + row + ("," + row).repeat(count - 1)
                + "]}");
    }

    @Test
    @DisplayName("an edit changes what readers see, takes the keyboard away unless named, and must change something")
    void edits() {
        keyboard("{\"text\": \"next\", \"callback_data\": \"n\"}");
        assertThat(telegram.screen().keyboard(42, 1)).hasSize(1);
        String edit = "{\"chat_id\": 42, \"message_id\": 1, \"text\": \"y\"}";
        assertThat(bot.refusal("editMessageText", edit)).isEmpty();
        assertThat(telegram.screen().text(42, 1)).isEqualTo("y");
        assertThat(telegram.screen().keyboard(42, 1).isMissingNode()).isTrue();
        assertThat(bot.refusal("editMessageText", edit)).startsWith("Bad Request: message is not modified: specified");
        assertThat(bot.refusal("editMessageReplyMarkup", "{\"chat_id\": 42, \"message_id\": 1}"))
                .startsWith("Bad Request: message is not modified");
        assertThat(bot.refusal("editMessageText", edit.replace(": 1,", ": 99,")))
                .isEqualTo("Bad Request: message to edit not found");
        int theirs = telegram.people().text(42, 42, "hello").message();
        assertThat(bot.refusal("editMessageText", edit.replace(": 1,", ": " + theirs + ",")))
                .isEqualTo("Bad Request: message can't be edited");
        assertThat(bot.refusal("deleteMessage", "{\"chat_id\": 42, \"message_id\": 1}"))
                .isEmpty();
        assertThat(bot.refusal("deleteMessage", "{\"chat_id\": 42, \"message_id\": 1}"))
                .isEqualTo("Bad Request: message to delete not found");
        assertThat(telegram.screen().text(42, 1)).isNull();
    }

    @Test
    @DisplayName("a reply needs a message to reply to, unless it may go without")
    void replies() {
        assertThat(send("\"text\": \"x\", \"reply_parameters\": {\"message_id\": 5}"))
                .isEqualTo("Bad Request: message to be replied not found");
        assertThat(
                        send(
                                "\"text\": \"x\", \"reply_parameters\": {\"message_id\": 5, \"allow_sending_without_reply\": true}"))
                .isEmpty();
        assertThat(
                        send(
                                "\"text\": \"x\", \"reply_markup\": {\"force_reply\": true}, \"reply_parameters\": {\"message_id\": 1}"))
                .isEmpty();
        assertThat(telegram.screen()
                        .message(42, 2)
                        .path("reply_to_message")
                        .path("message_id")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a document is kept with name, size and content; a caption has 1024 units at most")
    void documents() {
        String head = "--b\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n42\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"caption\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; "
                + "name=\"document\"; filename=\"文章.html\"\r\nContent-Type: text/html\r\n\r\n";
        String body = head + "第一行\r\n--not the end\r\n--b--\r\n";
        String type = "multipart/form-data; boundary=b";
        JsonNode message = BotClient.read(
                        bot.send("sendDocument", type, body.formatted("<b>")).join())
                .path("result");
        assertThat(message.path("document").path("file_name").asText()).isEqualTo("文章.html");
        DoubleFiles.Sent sent = telegram.screen().documents(42).get(0);
        assertThat(sent.file().text()).isEqualTo("第一行\r\n--not the end");
        assertThat(sent.file().size())
                .isEqualTo(message.path("document").path("file_size").asInt());
        assertThat(sent.caption()).isEqualTo("<b>");
        assertThat(BotClient.read(bot.send("sendDocument", type, body.formatted("x".repeat(1025)))
                                .join())
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: message caption is too long");
        String again = message.path("document").path("file_id").asText();
        assertThat(bot.refusal("sendDocument", "{\"chat_id\": 42, \"document\": \"" + again + "\"}"))
                .isEmpty();
        assertThat(bot.refusal("sendDocument", "{\"chat_id\": 42, \"document\": \"nothing\"}"))
                .contains("wrong file");
        assertThat(bot.refusal("sendPhoto", "{\"chat_id\": 42, \"photo\": \"https://a.b/c.jpg\"}"))
                .isEmpty();
        assertThat(telegram.screen().photos(42).get(0).file().reference()).isEqualTo("https://a.b/c.jpg");
        assertThat(telegram.messagesPerChat()).containsEntry(42L, 3);
    }
}
