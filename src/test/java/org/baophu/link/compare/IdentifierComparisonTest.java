package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

class IdentifierComparisonTest {
  private static final int VALUES = 1_500;

  /** Numbers with few digits to choose from, each a little unlike the one before. */
  private static Table table(String alphabet, int least, int most) {
    SplittableRandom random = new SplittableRandom(3);
    Table.Builder builder =
        Table.builder(List.of(new Field("it", FieldType.IDENTIFIER)), List.of("s"));
    String value = "";
    for (int row = 0; row < VALUES; row++) {
      if (row % 12 == 0) {
        value = text(random, alphabet, least + random.nextInt(most - least + 1));
      } else {
        value = edited(random, alphabet, value);
      }
      builder.add(0, "r" + row, value.isEmpty() ? "0" : value);
    }
    return builder.build();
  }

  private static String text(SplittableRandom random, String alphabet, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  private static String edited(SplittableRandom random, String alphabet, String text) {
    StringBuilder out = new StringBuilder(text);
    int at = random.nextInt(Math.max(1, out.length() - 1));
    switch (random.nextInt(4)) {
      case 0 -> out.insert(at, text(random, alphabet, 1));
      case 1 -> out.replace(at, Math.min(out.length(), at + 1), text(random, alphabet, 1));
      case 2 -> out.delete(at, Math.min(out.length(), at + 1));
      default -> {
        if (out.length() > 1) {
          char c = out.charAt(at);
          out.setCharAt(at, out.charAt(at + 1));
          out.setCharAt(at + 1, c);
        }
      }
    }
    return out.toString();
  }

  /** What the levels mean, read off the two values themselves. */
  private static String expected(String a, String b) {
    if (a.equals(b)) {
      return "exact";
    }
    int shorter = Math.min(a.length(), b.length());
    int edits = EditDistanceTest.slow(a, b);
    if (shorter >= 4 && edits <= 1) {
      return "one character differs";
    }
    String number = a.replaceFirst("^0+", "");
    if (number.length() >= 4 && number.equals(b.replaceFirst("^0+", ""))) {
      return "same but for leading zeros";
    }
    if (Math.abs(a.length() - b.length()) >= 2) {
      return "of different length";
    }
    if (shorter >= 7 && edits == 2) {
      return "two characters differ";
    }
    int half = (Math.max(a.length(), b.length()) + 1) / 2;
    boolean sameEnd =
        a.substring(Math.max(0, a.length() - half))
            .equals(b.substring(Math.max(0, b.length() - half)));
    return shorter >= 6 && sameEnd ? "same second half" : "different";
  }

  private static long count(Table table, String value) {
    return IntStream.range(0, table.size())
        .filter(row -> value.equals(table.value(row, 0)))
        .count();
  }

  private static void checkAllPairsNearby(Table table) {
    Agreement agreement = Agreement.of(table);
    Agreement.Vectors vectors = agreement.vectors();
    for (int a = 0; a < VALUES; a++) {
      for (int b = a + 1; b < Math.min(VALUES, a + 40); b++) {
        String one = String.valueOf(table.value(a, 0));
        String other = String.valueOf(table.value(b, 0));
        Level found = agreement.levels(0).get(vectors.compare(0, a, b));
        if (found.isConfirmedDifferent()) {
          assertThat(List.of(count(table, one), count(table, other))).allMatch(count -> count > 1);
        }
        assertThat(found.isConfirmedDifferent() ? "different" : found.kind())
            .as("%s and %s", one, other)
            .isEqualTo(expected(one, other));
      }
    }
  }

  @Test
  void tellsNumbersByTheirEdits() {
    checkAllPairsNearby(table("0123456789", 9, 13));
    checkAllPairsNearby(table("012", 6, 12));
    checkAllPairsNearby(table("01", 7, 17));
  }

  @Test
  void tellsOtherCodesByTheirEdits() {
    checkAllPairsNearby(table("ABC12", 3, 12));
    checkAllPairsNearby(table("XY", 8, 20));
  }
}
