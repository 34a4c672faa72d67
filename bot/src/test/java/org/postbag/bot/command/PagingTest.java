package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|''|1",
                "p2|''|2",
                "steel p2|steel|2",
                "night train P12|night train|12",
                "芯片 第3页|芯片|3",
                "芯片第3頁|芯片|3",
                "第 4 页|''|4",
                "mp3|mp3|1",
                "top2|top2|1",
                "p2 steel|p2 steel|1",
                "steel p0|steel|1",
                "steel p1234|steel p1234|1",
                "第一页|第一页|1"
            })
    @DisplayName("the page stands at the end, in either language")
    void read(String args, String rest, int page) {
        assertThat(Paging.of(args == null ? "" : args)).isEqualTo(new Paging(rest, page));
    }

    @Test
    @DisplayName("arrows lead to the pages there are, and one page needs none")
    void rows() {
        assertThat(Paging.row("tags", 1, 1)).isEmpty();
        assertThat(Paging.row("tags", 1, 3)).containsExactly(List.of(Button.shows("1/3"), Button.does("▶", "tags p2")));
        assertThat(Paging.row("tags", 2, 3))
                .containsExactly(
                        List.of(Button.does("◀", "tags p1"), Button.shows("2/3"), Button.does("▶", "tags p3")));
        assertThat(Paging.row("tags", 3, 3)).containsExactly(List.of(Button.does("◀", "tags p2"), Button.shows("3/3")));
        assertThat(Paging.row("search x", 1, false)).isEmpty();
        assertThat(Paging.row("search x", 2, false))
                .containsExactly(List.of(Button.does("◀", "search x p1"), Button.shows("2")));
    }

    @Test
    @DisplayName("all pages together are the list, whatever its length")
    void slices() {
        for (int items = 0; items < 40; items++) {
            List<Integer> all =
                    java.util.stream.IntStream.range(0, items).boxed().toList();
            List<Integer> seen = new java.util.ArrayList<>();
            for (int page = 1; page <= Paging.pages(items, 7); page++) seen.addAll(Paging.slice(all, page, 7));
            assertThat(seen).isEqualTo(all);
            assertThat(Paging.slice(all, 99, 7)).isEmpty();
        }
        assertThat(new Paging("", 9).within(3)).isEqualTo(3);
    }
}
