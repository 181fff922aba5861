package org.baophu.standard;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;
import org.junit.jupiter.api.DynamicTest;

/** Tables of input and expected value, with the reason for each row. */
final class Tables {
  private Tables() {}

  static List<Entry> read(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no table " + name);
      }
      return ReferenceTable.read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A test for each row of a table, named by its first cell and its reason. */
  static Stream<DynamicTest> tests(String name, String input, Consumer<Entry> check) {
    return read(name).stream()
        .map(
            row -> dynamicTest(row.get(input) + ": " + row.get("reason"), () -> check.accept(row)));
  }
}
