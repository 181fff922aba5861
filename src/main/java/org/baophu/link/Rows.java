package org.baophu.link;

import java.util.function.IntUnaryOperator;
import org.baophu.link.block.PairRule;
import org.baophu.link.table.Table;

/** Which pairs of a table's rows may match under a mode, and how many there are. */
final class Rows {
  private Rows() {}

  static PairRule rule(Table table, LinkMode mode) {
    return rule(table::source, mode);
  }

  /** The same by the index of each row's source. */
  static PairRule rule(IntUnaryOperator source, LinkMode mode) {
    return switch (mode) {
      case LINK -> (a, b) -> source.applyAsInt(a) != source.applyAsInt(b);
      case DEDUPE -> (a, b) -> source.applyAsInt(a) == source.applyAsInt(b);
      case LINK_AND_DEDUPE -> (a, b) -> true;
    };
  }

  static double possiblePairs(Table table, LinkMode mode) {
    double[] sizes = new double[table.sources().size()];
    for (int row = 0; row < table.size(); row++) {
      sizes[table.source(row)]++;
    }
    double within = 0;
    for (double size : sizes) {
      within += 0.5 * size * (size - 1);
    }
    double all = 0.5 * table.size() * (table.size() - 1.0);
    double pairs =
        switch (mode) {
          case LINK -> all - within;
          case DEDUPE -> within;
          case LINK_AND_DEDUPE -> all;
        };
    return Math.max(1, pairs);
  }
}
