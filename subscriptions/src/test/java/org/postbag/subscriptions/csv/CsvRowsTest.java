package org.postbag.subscriptions.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as programs and people write them, and as nobody should. */
class CsvRowsTest {

    private static List<CsvRows.Row> rows(byte[] file) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(file));
        List<CsvRows.Row> all = new ArrayList<>();
        for (CsvRows.Row row = rows.header(); row != null; row = rows.next()) all.add(row);
        return all;
    }

    private static List<CsvRows.Row> rows(String file) throws IOException {
        return rows(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> cells(byte[] file) throws IOException {
        return rows(file).stream().map(CsvRows.Row::cells).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsTheyLike(String end) throws IOException {
        assertThat(rows(String.join(end, "a,b", "", "1,2", "  ", "\"x", "y\",\"say \"\"hi\"\"\"", "5,")))
                .containsExactly(
                        new CsvRows.Row(1, List.of("a", "b"), null),
                        new CsvRows.Row(3, List.of("1", "2"), null),
                        new CsvRows.Row(5, List.of("x\ny", "say \"hi\""), null),
                        new CsvRows.Row(7, List.of("5", ""), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theFirstLineTellsTheSeparator(String separator) throws IOException {
        assertThat(cells("a,b,c\n1,\"x,;\t\",3\n".replace(",", separator).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("a", "b", "c"), List.of("1", "x,;\t".replace(",", separator), "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void theEncodingIsFoundWithAndWithoutAMark(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String text = "address,tags\r\nemail:a@b.c,人工智能;芯片\r\n\"email:d@e.f\",\"联通\n通联\"\r\n";
        List<List<String>> expected = List.of(
                List.of("address", "tags"), List.of("email:a@b.c", "人工智能;芯片"), List.of("email:d@e.f", "联通\n通联"));
        assertThat(cells(text.getBytes(charset))).isEqualTo(expected);
        if (!name.startsWith("GB"))
            assertThat(cells(("\uFEFF" + text).getBytes(charset))).isEqualTo(expected);
    }

    @Test
    void theFirstLineThatIsNotAsciiDecidesHoweverLateItComes() throws IOException {
        String start = "address,tags\n" + "email:a@b.c,x\n".repeat(10_000);
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            List<List<String>> cells = cells((start + "email:d@e.f,晨报\n").getBytes(charset));
            assertThat(cells.get(cells.size() - 1)).containsExactly("email:d@e.f", "晨报");
        }
    }

    @Test
    void oneDamagedLineIsOneLinesDamage() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("a,b\n1,晨报\n2,".getBytes(StandardCharsets.UTF_8));
        file.write(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        file.write("3,新闻\n".getBytes(StandardCharsets.UTF_8));
        List<CsvRows.Row> rows = rows(file.toByteArray());
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).cells()).containsExactly("1", "晨报");
        assertThat(rows.get(2).line()).isEqualTo(3);
        assertThat(rows.get(2).problem()).isEqualTo("the line is not in UTF-8; save the file as UTF-8");
        assertThat(rows.get(3).cells()).containsExactly("3", "新闻");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLine() throws IOException {
        List<CsvRows.Row> rows = rows("a,b\n1,\"open\n2,x\n" + "3,y\n".repeat(50_000));
        assertThat(rows).hasSize(50_003);
        assertThat(rows.get(1))
                .isEqualTo(new CsvRows.Row(2, List.of(), "a quote is opened and not closed within 64 KB"));
        assertThat(rows.get(2)).isEqualTo(new CsvRows.Row(3, List.of("2", "x"), null));
        assertThat(rows("a\n\"1").get(1).problem()).contains("not closed");
    }

    @Test
    void aCellOfTenMegabytesIsRejectedAndReadingGoesOn() throws IOException {
        for (String quote : List.of("", "\"")) {
            List<CsvRows.Row> rows = rows("a,b\n1," + quote + "x".repeat(10_000_000) + quote + "\n2,y\n");
            assertThat(rows.get(1)).isEqualTo(new CsvRows.Row(2, List.of(), "the line is longer than 64 KB"));
            assertThat(rows.get(2).cells()).containsExactly("2", "y");
        }
        assertThat(rows("a\n" + "x".repeat(65536)).get(1).problem()).isNull();
    }

    @Test
    void wrongQuotesRejectTheirLine() throws IOException {
        List<CsvRows.Row> rows = rows("a,b\n\"1\"x,2\n3,4\"5\n6,7\n");
        assertThat(rows.get(1).problem()).startsWith("the quotes are wrong");
        assertThat(rows.get(2).cells()).containsExactly("3", "4\"5");
        assertThat(rows.get(3).cells()).containsExactly("6", "7");
    }

    @Test
    void hostileFilesEndInTime() throws IOException {
        long begun = System.nanoTime();
        for (String part : List.of("\"", "\"\n", "\"a\n", ",", "\n", "\r", "\u0000", "a\"\n", "x,\"\n", "\"\"\"\n"))
            rows("a,b\n" + part.repeat(300_000));
        rows(new byte[1_000_000]);
        assertThat(rows(new byte[0])).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "=1+1", "+1", "-1", "@x", "\tx", "\rx", "'", "'a", "'=1", "''@", "'''", " =1"})
    void aFormulaIsDefusedAndReadBackAsItWas(String cell) {
        String guarded = Formula.guarded(cell);
        assertThat(Formula.plain(guarded)).isEqualTo(cell);
        assertThat(guarded).doesNotMatch("(?s)[=+@\\t\\r-].*");
    }
}
