package org.postbag.bot.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.postbag.bot.telegram.rate.Urgency;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Writes each call as a JSON file, numbered in order, where there is no token. Several processes may share the folder. */
public final class TelegramOutbox implements TelegramApi {
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** The library writes methods in lower case, which Telegram accepts and people do not expect. */
    private static final Map<String, String> METHODS = Map.of(
            "sendmessage", "sendMessage",
            "editmessagetext", "editMessageText",
            "answercallbackquery", "answerCallbackQuery",
            "getchatmember", "getChatMember");

    private final Path folder;
    private int last;

    /**
     * @param folder made when the first call is written
     */
    public TelegramOutbox(Path folder) {
        this.folder = folder;
    }

    /** The call as the JSON object that Telegram would be sent, its {@code method} included. */
    public static String json(BotApiMethod<?> method) {
        try {
            ObjectNode call = JSON.valueToTree(method);
            call.put("method", METHODS.getOrDefault(method.getMethod(), method.getMethod()));
            if (call.path("chat_id").asText().matches("-?\\d{1,18}"))
                call.put("chat_id", call.path("chat_id").asLong());
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(call);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + method.getMethod() + " cannot be written as JSON", e);
        }
    }

    @Override
    public synchronized <T extends Serializable> Reply<T> call(
            BotApiMethod<T> method, Urgency urgency, BooleanSupplier leaving) {
        if (!leaving.getAsBoolean()) return new Reply.NotSent<>("it was not to be written any more");
        try {
            int number = write(json(method));
            return new Reply.Ok<>(answer(method, number));
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox " + folder + " cannot be written; is the disk full?", e);
        }
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public void close() {}

    /** Takes the next free number; the file appears under its name only when it is whole. */
    private int write(String json) throws IOException {
        Files.createDirectories(folder);
        if (last == 0) last = newest();
        Path draft = Files.createTempFile(folder, ".call", ".tmp");
        Files.writeString(draft, json);
        for (; ; ) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%06d.json", ++last));
            try {
                Files.createFile(file);
            } catch (java.nio.file.FileAlreadyExistsException e) {
                continue; // another process took this number
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return last;
        }
    }

    private int newest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{6,9}\\.json"))
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('.'))))
                    .max()
                    .orElse(0);
        }
    }

    /** The call with the file's name, and the file itself beside it. */
    @Override
    public synchronized Reply<Message> upload(SendDocument document, BooleanSupplier leaving) {
        if (!leaving.getAsBoolean()) return new Reply.NotSent<>("it was not to be written any more");
        InputFile file = document.getDocument();
        ObjectNode call = JSON.createObjectNode()
                .put("method", "sendDocument")
                .put("chat_id", document.getChatId())
                .put("document", file.getMediaName());
        if (document.getCaption() != null) call.put("caption", document.getCaption());
        try (InputStream content = file.getNewMediaStream()) {
            int number = write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(call));
            Files.copy(content, folder.resolve(String.format(Locale.ROOT, "%06d-document", number)));
            return new Reply.Ok<>(message(document.getChatId(), number));
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox " + folder + " cannot be written; is there space?", e);
        }
    }

    @Override
    public Reply<Boolean> push(SetWebhook webhook) {
        return new Reply.NotSent<>("nothing comes in where messages are written to disk");
    }

    private static Message message(String chat, int number) {
        return Message.builder()
                .messageId(number)
                .chat(Chat.builder().id(chatId(chat)).type("private").build())
                .build();
    }

    /** What Telegram would have answered, as far as callers look at it. */
    private static <T extends Serializable> T answer(BotApiMethod<T> method, int number) {
        Serializable answer = true;
        if (method instanceof SendMessage send) answer = message(send.getChatId(), number);
        @SuppressWarnings("unchecked")
        T typed = (T) answer;
        return typed;
    }

    private static long chatId(String text) {
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
