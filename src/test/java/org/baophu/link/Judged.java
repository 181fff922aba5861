package org.baophu.link;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Table;

/** Made-up tables: their words, and how right their clusters are. */
final class Judged {
  private Judged() {}

  /**
   * Links a table and holds its clusters against who is who.
   *
   * @param truth by row whose record it is; may be longer
   */
  static Evaluation link(Table table, LinkMode mode, int[] truth) {
    LinkSettings settings = LinkSettings.defaults().withMode(mode);
    LinkResult result = Linker.link(table, settings, Constraints.none(), Progress.none());
    return Evaluation.of(clusters(result, table.size()), Arrays.copyOf(truth, table.size()));
  }

  /** By row its cluster. */
  static int[] clusters(LinkResult result, int rows) {
    int[] clusters = new int[rows];
    Arrays.setAll(clusters, result::cluster);
    return clusters;
  }

  /** A pronounceable word: the same for the same numbers. */
  static String word(int number, int stem) {
    SplittableRandom letters = new SplittableRandom(stem * 1_000L + number);
    StringBuilder word = new StringBuilder();
    for (int syllable = 0; syllable < 3; syllable++) {
      word.append("bdfghklmnprstvw".charAt(letters.nextInt(15)));
      word.append("aeiou".charAt(letters.nextInt(5)));
    }
    return word.toString();
  }
}
