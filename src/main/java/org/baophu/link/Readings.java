package org.baophu.link;

import java.util.HashMap;
import java.util.Map;
import org.baophu.link.cluster.Agglomeration;

/**
 * Two readings of a table in which names differ in many of the pairs that agree in much else.
 * Either these are matches whose names are ruined or unlike for some other reason; or they are
 * relatives in one house. Both explain the pairs, and training ends with one or the other.
 *
 * <p>What a reading that holds names fast leaves apart tells them. A ruined record stands alone in
 * it, since nothing else is ruined in the same way. A relative has records of his own, which agree
 * among themselves; so that the loose reading joins groups of several records, each a person.
 */
final class Readings {
  private Readings() {}

  /** Whether most of what a loose reading joins are groups of several records in a strict one. */
  static boolean joinPersons(Agglomeration loose, Agglomeration strict) {
    return joinPersons(loose.clusters(), strict.clusters());
  }

  /**
   * The same of clusters by row. Of the groups in one loose cluster the largest is what others are
   * joined to, and does not count.
   */
  static boolean joinPersons(int[] loose, int[] strict) {
    int[] sizes = new int[strict.length];
    for (int group : strict) {
      sizes[group]++;
    }
    Map<Long, Integer> parts = new HashMap<>();
    for (int row = 0; row < loose.length; row++) {
      parts.merge((long) loose[row] << Integer.SIZE | strict[row], 1, Integer::sum);
    }
    int[] persons = new int[loose.length];
    int[] single = new int[loose.length];
    for (long part : parts.keySet()) {
      int cluster = (int) (part >>> Integer.SIZE);
      if (sizes[(int) part] > 1) {
        persons[cluster]++;
      } else {
        single[cluster]++;
      }
    }
    long joined = 0;
    for (int cluster = 0; cluster < persons.length; cluster++) {
      boolean isPerson = persons[cluster] > 0;
      joined += isPerson ? persons[cluster] - 1 : 0;
      joined -= isPerson ? single[cluster] : Math.max(0, single[cluster] - 1);
    }
    return joined > 0;
  }
}
