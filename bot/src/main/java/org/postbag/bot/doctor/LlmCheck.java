package org.postbag.bot.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;

/** Asks the model server which models it has, which costs no tokens. */
final class LlmCheck implements Check {
    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final String FALLBACK = "; until then summaries are extractive";

    private final JsonMapper json = new JsonMapper();
    private final Config.Llm llm;

    private LlmCheck(Config.Llm llm) {
        this.llm = llm;
    }

    static Check of(Config.@Nullable Llm llm) {
        return llm == null ? Check.notSetUp("llm", "summaries are extractive") : new LlmCheck(llm);
    }

    @Override
    public String name() {
        return "llm";
    }

    @Override
    public void run(Notes notes) {
        String host = llm.url().getHost();
        URI models = URI.create(llm.url().toString().replaceAll("/+$", "") + "/models");
        notes.trying("asking " + host + " for its models");
        Map<String, String> headers =
                llm.key() == null || llm.key().isBlank() ? Map.of() : Map.of("Authorization", "Bearer " + llm.key());
        try (Requests requests = new Requests(TIMEOUT)) {
            answered(notes, requests.get(models, headers), host);
        } catch (IOException e) {
            notes.fail(
                    "no answer from " + host + " (" + e.getClass().getSimpleName() + ")",
                    "start the model server, or check summary.llm url" + FALLBACK);
        } catch (IllegalArgumentException e) {
            notes.fail("summary.llm key holds a character that no header takes", "correct summary.llm key" + FALLBACK);
        }
    }

    private void answered(Notes notes, Requests.Answer answer, String host) {
        if (answer.status() == 401 || answer.status() == 403)
            notes.fail(host + " refused the key (" + answer.status() + ")", "check summary.llm key" + FALLBACK);
        else if (answer.status() == 404 || answer.status() == 405)
            notes.warn(
                    host + " answers, but lists no models (" + answer.status() + ")",
                    "check that summary.llm url ends as its manual says, often in /v1");
        else if (answer.status() != 200)
            notes.fail(host + " says " + answer.status(), "look at the model server's log" + FALLBACK);
        else if (lists(answer.body())) notes.ok(host + " has the model " + llm.model());
        else
            notes.warn(
                    host + " answers, but does not list the model " + llm.model(),
                    "check summary.llm model, or load it there");
    }

    private boolean lists(String body) {
        try {
            for (JsonNode model : json.readTree(body).path("data"))
                if (model.path("id").asText().equals(llm.model())
                        || model.path("id").asText().equals(llm.model() + ":latest")) return true;
            return false;
        } catch (JsonProcessingException e) {
            return false; // told as a server that does not list the model
        }
    }
}
