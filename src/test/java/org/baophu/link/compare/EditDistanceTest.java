package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "nguyen,nguyen,0",
    "nguyen,nguyenx,1",
    "nguyen,ngyuen,1",
    "nguyen,nguen,1",
    "nguyen,nguyan,1",
    "kitten,sitting,3",
    "abc,xyz,3",
    "ca,abc,3",
    "'',abc,3"
  })
  void countsEdits(String a, String b, int edits) {
    assertThat(EditDistance.between(a, b)).isEqualTo(edits);
    assertThat(EditDistance.between(b, a)).isEqualTo(edits);
  }

  @Test
  void agreesWithTheTextbookOnRandomStrings() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50_000; i++) {
      String a = text(random, random.nextInt(18));
      String b = random.nextBoolean() ? text(random, random.nextInt(18)) : edited(random, a);

      int slow = slow(a, b);

      assertThat(EditDistance.between(a, b)).as("%s %s", a, b).isEqualTo(slow);
      assertThat(EditDistance.atMostOne(a, b)).as("%s %s", a, b).isEqualTo(slow <= 1);
    }
  }

  @Test
  void looksAtSixtyFourCharacters() {
    String full = "ab".repeat(32);

    assertThat(EditDistance.between(full, "ba".repeat(32))).isEqualTo(slow(full, "ba".repeat(32)));
    assertThat(EditDistance.between(full + "x", full + "y")).isZero();
  }

  private static String text(SplittableRandom random, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append((char) ('a' + random.nextInt(4)));
    }
    return out.toString();
  }

  private static String edited(SplittableRandom random, String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = random.nextInt(3); i > 0 && out.length() > 1; i--) {
      int at = random.nextInt(out.length() - 1);
      switch (random.nextInt(3)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.insert(at, 'c');
        default -> {
          char c = out.charAt(at);
          out.setCharAt(at, out.charAt(at + 1));
          out.setCharAt(at + 1, c);
        }
      }
    }
    return out.toString();
  }

  /** Optimal string alignment by the textbook's table. */
  static int slow(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
