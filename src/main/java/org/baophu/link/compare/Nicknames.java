package org.baophu.link.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which English given names are called what, from {@code nicknames.txt}. Two names go together
 * where a line holds both: a name and its short form, or two short forms of one name.
 */
final class Nicknames {
  private static final int[] NONE = {};
  private static final Map<String, int[]> LINES = read();

  private Nicknames() {}

  private static Map<String, int[]> read() {
    Map<String, int[]> lines = new HashMap<>();
    List<String> texts = text().lines().filter(line -> !line.startsWith("#")).toList();
    for (int line = 0; line < texts.size(); line++) {
      for (String name : texts.get(line).replace(":", "").split(" ", -1)) {
        int[] known = lines.getOrDefault(name, NONE);
        int[] grown = Arrays.copyOf(known, known.length + 1);
        grown[known.length] = line;
        lines.put(name, grown);
      }
    }
    return lines;
  }

  private static String text() {
    try (InputStream file =
        Objects.requireNonNull(Nicknames.class.getResourceAsStream("nicknames.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that hold a name, ascending; {@code null} for none. */
  static int @Nullable [] lines(String plainName) {
    return LINES.get(plainName);
  }

  /** Whether a line holds both. */
  static boolean goTogether(int @Nullable [] linesA, int @Nullable [] linesB) {
    if (linesA == null || linesB == null) {
      return false;
    }
    for (int a : linesA) {
      for (int b : linesB) {
        if (a == b) {
          return true;
        }
      }
    }
    return false;
  }
}
