package org.postbag.posts.collect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client that may reach this machine, and a server on it. */
abstract class WebTest {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final int MAX_BYTES = 100_000;

    WebStub web;
    WebClient client;

    @BeforeEach
    void open() throws IOException {
        web = new WebStub();
        client = client(Duration.ofSeconds(20));
    }

    @AfterEach
    void closeAll() throws IOException {
        client.close();
        web.close();
    }

    static WebClient client(Duration timeout) {
        return new WebClient(limits(true, timeout), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static WebLimits limits(boolean allowPrivate, Duration timeout) {
        return new WebLimits(allowPrivate, MAX_BYTES, timeout, "Postbag/1.0 (+https://example.org/contact)");
    }

    Answer get(String path) {
        return client.get(web.at(path), Validators.none(), "*/*");
    }

    Answer.Found found(String path) {
        return found(get(path));
    }

    static Answer.Found found(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return (Answer.Found) answer;
    }

    Answer.Failed failed(String path) {
        return failed(get(path));
    }

    static Answer.Failed failed(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return (Answer.Failed) answer;
    }
}
