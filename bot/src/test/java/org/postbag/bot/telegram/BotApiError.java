package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal in the Bot API's shape and Telegram's words; {@link DoubleHttp} sends it. */
final class BotApiError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final int code;
    private final boolean violation;
    private final transient ObjectNode parameters = JSON.createObjectNode();

    private BotApiError(int code, String description, boolean violation) {
        super(description, null, false, false);
        this.code = code;
        this.violation = violation;
    }

    /** Any refusal, with the whole description. */
    static BotApiError of(int code, String description) {
        return new BotApiError(code, description, false);
    }

    /** 400, for what a client may well run into. */
    static BotApiError badRequest(String words) {
        return of(400, "Bad Request: " + words);
    }

    /** 400, for what no client that keeps to the documentation would send. */
    static BotApiError violation(String words) {
        return new BotApiError(400, "Bad Request: " + words, true);
    }

    static BotApiError unknownMethod() {
        return new BotApiError(404, "Not Found: method not found", true);
    }

    static BotApiError forbidden(String words) {
        return of(403, "Forbidden: " + words);
    }

    static BotApiError conflict(String words) {
        return of(409, "Conflict: " + words);
    }

    static BotApiError tooMany(int seconds) {
        BotApiError error = of(429, "Too Many Requests: retry after " + seconds);
        error.parameters.put("retry_after", seconds);
        return error;
    }

    static BotApiError migrated(long to) {
        BotApiError error = badRequest("group chat was upgraded to a supergroup chat");
        error.parameters.put("migrate_to_chat_id", to);
        return error;
    }

    int code() {
        return code;
    }

    /** Whether the client broke the documentation, which tests look for. */
    boolean isViolation() {
        return violation;
    }

    ObjectNode json() {
        ObjectNode answer =
                JSON.createObjectNode().put("ok", false).put("error_code", code).put("description", getMessage());
        if (!parameters.isEmpty()) answer.set("parameters", parameters);
        return answer;
    }
}
