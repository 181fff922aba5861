package org.baophu.link;

import java.util.Arrays;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Table;

/** Links a made-up table and holds the clusters against who is who. */
final class Judged {
  private Judged() {}

  /**
   * @param truth by row whose record it is
   */
  static Evaluation link(Table table, LinkMode mode, int[] truth) {
    LinkSettings settings = LinkSettings.defaults().withMode(mode);
    LinkResult result = Linker.link(table, settings, Constraints.none(), Progress.none());
    int[] clusters = new int[table.size()];
    Arrays.setAll(clusters, result::cluster);
    return Evaluation.of(clusters, truth);
  }
}
