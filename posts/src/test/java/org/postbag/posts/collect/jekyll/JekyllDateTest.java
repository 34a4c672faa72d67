package org.postbag.posts.collect.jekyll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.posts.collect.jekyll.PostFiles.PATH;
import static org.postbag.posts.collect.jekyll.PostFiles.broken;
import static org.postbag.posts.collect.jekyll.PostFiles.front;
import static org.postbag.posts.collect.jekyll.PostFiles.post;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JekyllDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date: 2021-05-04 07:30:00 +0800 | 2021-05-03T23:30:00Z",
                "date: 2021-05-04 7:30:00 +0000  | 2021-05-04T07:30:00Z",
                "date: 2021-05-04 07:30:00       | 2021-05-04T07:30:00Z",
                "date: '2021-05-04 07:30:00'     | 2021-05-03T23:30:00Z",
                "date: 2021-05-04 07:30          | 2021-05-03T23:30:00Z",
                "date: 2021-05-04                | 2021-05-03T16:00:00Z",
                "date: 2021-5-4                  | 2021-05-03T16:00:00Z",
                "date: 2021/05/04 07:30 PM       | 2021-05-04T11:30:00Z",
                "date: 2021-05-20T04:55:52.180Z  | 2021-05-20T04:55:52.180Z",
                "date: 2021-05-04T07:30:00-05    | 2021-05-04T12:30:00Z",
                "date: 2021-05-04 07:30:00 UTC   | 2021-05-04T07:30:00Z",
                "date: 2021-05-04 07:30 Europe/Paris | 2021-05-04T05:30:00Z",
                "date: 4 May 2021 07:30 +0200    | 2021-05-04T05:30:00Z",
                "date: May 4, 2021               | 2021-05-03T16:00:00Z",
                "date: 2021年5月4日 07:30         | 2021-05-03T23:30:00Z",
                "date:                           | 2021-05-02T16:00:00Z",
                "title: x                        | 2021-05-02T16:00:00Z",
            })
    void aDateMeansWhatJekyllSays(String field, Instant expected) {
        assertThat(front(field).date()).isEqualTo(expected);
    }

    @Test
    void aShortYearInAFileNameIsOfThisAge() {
        assertThat(post("21-5-3-x.md", "text").date()).isEqualTo("2021-05-02T16:00:00Z");
        assertThat(post("99-12-31-x.md", "text").date()).isEqualTo("1999-12-30T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date: tomorrow",
                "date: 2021-02-30",
                "date: 2021-05-04 25:00:00",
                "date: 2021-05-04 07:30 Mars/Base",
                "date: [1]"
            })
    void aDateThatIsNoneIsNamedWithTheRemedy(String field) {
        Parsed.Unreadable broken = broken(PATH, "---\n" + field + "\n---\n");
        assertThat(broken.where()).startsWith(PATH);
        assertThat(broken.problem()).contains("date");
        assertThat(broken.remedy()).contains("2026-11-20 07:30:00 +0800");
    }

    @Test
    void anImpossibleDateInTheNameMattersOnlyWithoutADateField() {
        assertThat(broken("2021-02-30-x.md", "text").problem()).contains("2021-02-30");
        assertThat(post("2021-02-30-x.md", "---\ndate: 2021-03-01\n---\n").date())
                .isEqualTo("2021-02-28T16:00:00Z");
    }
}
