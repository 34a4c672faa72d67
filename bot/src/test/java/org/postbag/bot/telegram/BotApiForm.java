package org.postbag.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a request's body in the forms that the Bot API takes ("Making requests"): query string, urlencoded form, JSON,
 * multipart/form-data (RFC 7578).
 */
final class BotApiForm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("(?<!file)name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S+)");

    private BotApiForm() {}

    static BotApiCall read(String method, String query, String contentType, byte[] body) {
        ObjectNode fields = JSON.createObjectNode();
        Map<String, DoubleFile> files = new LinkedHashMap<>();
        if (query != null) urlencoded(query, fields);
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (body.length > 0) {
            if (type.startsWith("application/json")) json(body, fields);
            else if (type.startsWith("application/x-www-form-urlencoded"))
                urlencoded(new String(body, StandardCharsets.UTF_8), fields);
            else if (type.startsWith("multipart/form-data")) multipart(contentType, body, fields, files);
            else throw BotApiError.violation("content type \"" + contentType + "\" is not one the Bot API takes");
        }
        return new BotApiCall(method, fields, files);
    }

    private static void json(byte[] body, ObjectNode fields) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (!(tree instanceof ObjectNode object)) throw BotApiError.violation("can't parse JSON object");
            object.properties().forEach(field -> {
                if (!field.getValue().isNull()) fields.set(field.getKey(), field.getValue());
            });
        } catch (JsonProcessingException e) {
            throw BotApiError.violation("can't parse JSON object");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void urlencoded(String form, ObjectNode fields) {
        for (String pair : form.split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.put(
                    URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
    }

    private static void multipart(String type, byte[] body, ObjectNode fields, Map<String, DoubleFile> files) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) throw BotApiError.violation("boundary not found in the multipart request");
        // Latin-1 keeps each byte one character, so that positions in the text are positions in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "--" + boundary.group(1);
        int at = text.indexOf(delimiter);
        while (at >= 0) {
            int start = at + delimiter.length();
            int next = text.indexOf("\r\n" + delimiter, start);
            int head = text.indexOf("\r\n\r\n", start);
            if (next < 0 || head < 0 || head > next) return;
            byte[] headers = text.substring(start, head).getBytes(StandardCharsets.ISO_8859_1);
            byte[] content = head + 4 > next
                    ? new byte[0]
                    : text.substring(head + 4, next).getBytes(StandardCharsets.ISO_8859_1);
            part(new String(headers, StandardCharsets.UTF_8), content, fields, files);
            at = next + 2;
        }
    }

    private static void part(String headers, byte[] content, ObjectNode fields, Map<String, DoubleFile> files) {
        Matcher name = NAME.matcher(headers);
        if (!name.find()) throw BotApiError.violation("a part of the multipart request has no name");
        Matcher file = FILE_NAME.matcher(headers);
        Matcher type = TYPE.matcher(headers);
        if (file.find())
            files.put(name.group(1), new DoubleFile(file.group(1), type.find() ? type.group(1) : "", content, ""));
        else fields.put(name.group(1), new String(content, StandardCharsets.UTF_8));
    }
}
