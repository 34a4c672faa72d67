package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** sendDocument and sendPhoto: files uploaded, sent again by file_id, or fetched from an address ("Sending files"). */
public final class DoubleFiles {
    private static final int MOST_BYTES = 50 * 1024 * 1024;
    private static final int MOST_PHOTO_BYTES = 10 * 1024 * 1024;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+/\\S*");

    private final DoubleChats chats;
    private final DoubleMessages messages;
    private final Map<String, DoubleFile> known = new HashMap<>();
    private final Map<Long, List<Sent>> sent = new HashMap<>();

    /**
     * A file that a chat has got.
     *
     * @param method sendDocument or sendPhoto
     * @param caption as sent, markup and all
     */
    public record Sent(String method, int message, DoubleFile file, String caption) {}

    DoubleFiles(DoubleChats chats, DoubleMessages messages) {
        this.chats = chats;
        this.messages = messages;
    }

    ObjectNode document(BotApiCall call) {
        DoubleChat chat = open(call, "can_send_documents");
        DoubleFile file = file(call, "document", MOST_BYTES);
        if (!file.reference().isEmpty() && !file.reference().matches("(?i).+\\.(pdf|zip|gif)"))
            throw BotApiError.badRequest("wrong type of the web page content");
        ObjectNode content = caption(call);
        content.putObject("document")
                .put("file_id", keep("BQAC", file))
                .put("file_unique_id", "AgAD" + known.size())
                .put("file_name", file.name())
                .put("mime_type", file.type())
                .put("file_size", file.size());
        return accept(chat, call, content, "sendDocument", file);
    }

    ObjectNode photo(BotApiCall call) {
        DoubleChat chat = open(call, "can_send_photos");
        DoubleFile file = file(call, "photo", MOST_PHOTO_BYTES);
        if (file.reference().isEmpty() && !isImage(file.content()))
            throw BotApiError.badRequest("IMAGE_PROCESS_FAILED");
        ObjectNode content = caption(call);
        ArrayNode sizes = content.putArray("photo");
        sizes.addObject()
                .put("file_id", keep("AgAC", file))
                .put("file_unique_id", "AQAD" + known.size())
                .put("width", 800)
                .put("height", 600)
                .put("file_size", file.size());
        return accept(chat, call, content, "sendPhoto", file);
    }

    List<Sent> sent(long chat, String method) {
        return sent.getOrDefault(chat, List.of()).stream()
                .filter(each -> each.method.equals(method))
                .toList();
    }

    private DoubleChat open(BotApiCall call, String right) {
        DoubleChat chat = chats.find(call.fields().path("chat_id"));
        DoubleAccess.send(chat, right);
        return chat;
    }

    private static ObjectNode caption(BotApiCall call) {
        BotApiText caption = BotApiText.caption(call.fields());
        ObjectNode content = call.fields().objectNode();
        if (caption.text().isBlank()) return content;
        content.put("caption", caption.text());
        if (!caption.entities().isEmpty()) content.set("caption_entities", caption.entities());
        return content;
    }

    private ObjectNode accept(DoubleChat chat, BotApiCall call, ObjectNode content, String method, DoubleFile file) {
        ObjectNode message = messages.accept(chat, call.fields(), content, call.text("caption"));
        sent.computeIfAbsent(chat.id, c -> new ArrayList<>())
                .add(new Sent(method, message.path("message_id").asInt(), file, call.text("caption")));
        return message;
    }

    private DoubleFile file(BotApiCall call, String field, int most) {
        String given = call.text(field);
        DoubleFile upload =
                call.files().get(given.startsWith("attach://") ? given.substring("attach://".length()) : field);
        if (upload != null) {
            if (upload.size() == 0) throw BotApiError.badRequest("file must be non-empty");
            if (upload.size() > most) throw BotApiError.of(413, "Request Entity Too Large");
            return upload;
        }
        if (known.containsKey(given)) return known.get(given);
        if (!ADDRESS.matcher(given).matches()) throw BotApiError.badRequest("wrong file identifier/HTTP URL specified");
        String name = given.substring(given.lastIndexOf('/') + 1);
        return new DoubleFile(name, "", new byte[0], given);
    }

    private String keep(String kind, DoubleFile file) {
        String id = kind + "AgIAAxkBAAI" + known.size();
        known.put(id, file);
        return id;
    }

    private static boolean isImage(byte[] content) {
        if (content.length < 12) return false;
        int start = (content[0] & 0xff) << 8 | content[1] & 0xff;
        boolean webp = start == 0x5249 && content[8] == 'W' && content[9] == 'E';
        return webp || start == 0xffd8 || start == 0x8950 || start == 0x4749 || start == 0x424d;
    }
}
