package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streaming reader beside a slow one that takes the whole text character by character. */
class CsvAgainstReferenceTest {
  private static final String[] PIECES = {
    "a", "Nông", " ", "\"\"", ",", "\n", "\r\n", "x y", "ễ", "1980", "", "\uD83D\uDE00"
  };

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void readsRandomTablesAsTheReferenceDoes(char delimiter) throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int columns = 2 + random.nextInt(5);
      String text = table(random, columns, delimiter);
      assertThat(streamed(text, delimiter, columns, random))
          .as("seed " + seed)
          .isEqualTo(whole(text, delimiter));
    }
  }

  private static String table(Random random, int columns, char delimiter) {
    StringBuilder text = new StringBuilder();
    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    for (int row = random.nextInt(40); row >= 0; row--) {
      for (int column = 0; column < columns; column++) {
        text.append(column > 0 ? String.valueOf(delimiter) : "").append(cell(random, delimiter));
      }
      text.append(row > 0 || random.nextBoolean() ? lineEnd : "");
    }
    return text.toString();
  }

  private static String cell(Random random, char delimiter) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      cell.append(PIECES[random.nextInt(PIECES.length)]);
    }
    String text = cell.toString();
    boolean plain =
        text.chars().noneMatch(c -> c == '"' || c == delimiter || c == '\n' || c == '\r');
    return plain && random.nextInt(4) > 0 ? text : '"' + text + '"';
  }

  private static List<List<String>> streamed(
      String text, char delimiter, int columns, Random random) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int chunk = 1 + random.nextInt(7);
    StringReader trickle =
        new StringReader(text) {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, chunk));
          }
        };
    try (CsvRows csv = new CsvRows(new LineReader(trickle, 100_000), delimiter, 10_000)) {
      csv.expect(columns);
      for (RawRow row = csv.next(); row != null; row = csv.next()) {
        assertThat(row.fault()).isNull();
        rows.add(Arrays.asList(row.cells()));
      }
    }
    return rows;
  }

  /** RFC 4180, one character after the other. */
  private static List<List<String>> whole(String text, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        quoted = doubled || !quoted;
        cell.append(doubled ? "\"" : "");
        i += doubled ? 1 : 0;
        begun = true;
      } else if (!quoted && (c == delimiter || c == '\n')) {
        row.add(normal(cell));
        begun = c == delimiter;
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
        begun = true;
      }
    }
    if (begun || cell.length() > 0) {
      row.add(normal(cell));
      rows.add(row);
    }
    return rows;
  }

  /** Cells are trimmed, and a line end inside of one is a space, however it is written. */
  private static String normal(StringBuilder cell) {
    String normal =
        cell.toString().strip().replace('\t', ' ').replace("\r\n", " ").replace('\n', ' ').strip();
    cell.setLength(0);
    return normal;
  }
}
