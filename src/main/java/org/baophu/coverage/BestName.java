package org.baophu.coverage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.baophu.standard.StandardRecord;
import org.baophu.standard.Vietnamese;

/**
 * The name under which a person is listed.
 *
 * <p>First the letters: of the names without their diacritics, the one in most records, then one
 * without abbreviated words, then the one with most words (middle words are dropped, hardly ever
 * added). Then their diacritics: of its spellings, one that has any, then the one in most records.
 * What is left equal is decided by the most trusted record.
 */
final class BestName {
  private BestName() {}

  /**
   * The best name.
   *
   * @param trusted the records, the most trusted first; at least one
   */
  static String of(List<StandardRecord> trusted) {
    List<String> names = trusted.stream().map(record -> record.name().text()).toList();
    String letters =
        best(
            names.stream().map(Vietnamese::fold).toList(),
            count ->
                Comparator.<String>comparingInt(count::get)
                    .thenComparing(BestName::isComplete)
                    .thenComparingInt(BestName::words));
    return best(
        names.stream().filter(name -> Vietnamese.fold(name).equals(letters)).toList(),
        count ->
            Comparator.<String, Boolean>comparing(BestName::hasDiacritics)
                .thenComparingInt(count::get));
  }

  /** The first of the greatest, in an order that may use how often each value occurs. */
  private static String best(
      List<String> values, Function<Map<String, Integer>, Comparator<String>> orderBy) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    Comparator<String> order = orderBy.apply(counts);
    String best = values.get(0);
    for (String value : counts.keySet()) {
      if (order.compare(value, best) > 0) {
        best = value;
      }
    }
    return best;
  }

  private static boolean isComplete(String folded) {
    for (String word : folded.split(" ", -1)) {
      // The only one-letter words among Vietnamese names are the given names A, Y and the like,
      // and those are rarer than abbreviations.
      if (word.length() < 2) {
        return false;
      }
    }
    return true;
  }

  private static int words(String folded) {
    return folded.split(" ", -1).length;
  }

  private static boolean hasDiacritics(String name) {
    return !Vietnamese.toAscii(name).equals(name);
  }
}
