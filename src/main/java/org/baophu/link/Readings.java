package org.baophu.link;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Readings of a table in which names differ in many of the pairs that agree in much else. Either
 * these are matches whose names are ruined or unlike for some other reason; or they are relatives
 * in one house. Both explain the pairs. Training with two classes, the loose reading, takes them
 * for matches; with a class of relatives, or with names held fast, the strict ones, it does not.
 *
 * <p>What a strict reading leaves apart tells them. A ruined record stands alone in it, since
 * nothing else is ruined in the same way. A relative is somebody, and has as many records of his
 * own as anybody has (and a strict reading joins fewer pairs, or it is none). If {@code q} of all
 * groups hold several records, then among {@code n} groups of relatives {@code n q} do, and besides
 * the first of them {@code n q - 1 + (1 - q)^n}.
 *
 * <p>Where one strict reading is taken, the next may still find relatives among what that one
 * joins. It is asked more of: records of one person, too, fall apart into groups of several where
 * names stay unlike from record to record, as a nickname or a maiden name does, and a reading that
 * already knows relatives has joined such records for a reason.
 */
final class Readings {
  /** What the pairs that agree in much, but not in their names, are taken for. */
  enum Reading {
    /** Matches, if there are many of them. */
    LOOSE,
    /** A class of their own, people who go together. */
    RELATIVES_APART,
    /** No matches: names differ in these hardly more often than they are expected to. */
    NAMES_HELD
  }

  /** Those to hold against the loose reading, in this order. */
  static final List<Reading> STRICT = List.of(Reading.RELATIVES_APART, Reading.NAMES_HELD);

  private static final double LEAST_OF_EXPECTED = 0.5;

  /**
   * The same against a reading that knows relatives. Measured: 0.02 to 0.1 where the next one tears
   * persons apart, 0.7 where names stay unlike, 1 where the relatives are there.
   */
  private static final double LEAST_OF_EXPECTED_BESIDES = 0.85;

  /** Of fewer that are expected, a few that are found or not tell nothing (Cochran's rule). */
  private static final double LEAST_EXPECTED = 5;

  /** How many records each group of the strict reading holds. */
  private final int[] sizes;

  /** By cluster of the loose reading how many groups of several records it joins, and of one. */
  private final int[] several;

  private final int[] single;

  /** Whether the strict reading joins fewer pairs, as it does where relatives are many. */
  private final boolean isStricter;

  private Readings(int[] loose, int[] strict) {
    this.sizes = sizes(strict);
    this.isStricter = pairs(sizes) < pairs(sizes(loose));
    this.several = new int[loose.length];
    this.single = new int[loose.length];
    Set<Long> parts = new HashSet<>();
    for (int row = 0; row < loose.length; row++) {
      parts.add((long) loose[row] << Integer.SIZE | strict[row]);
    }
    for (long part : parts) {
      int[] count = sizes[(int) part] > 1 ? several : single;
      count[(int) (part >>> Integer.SIZE)]++;
    }
  }

  private static int[] sizes(int[] clusters) {
    int[] sizes = new int[clusters.length];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    return sizes;
  }

  private static double pairs(int[] sizes) {
    return Arrays.stream(sizes).mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }

  /** Whether what a loose reading joins are relatives, as a strict one has them, by row. */
  static boolean joinPersons(int[] loose, int[] strict) {
    return new Readings(loose, strict).joinPersons(LEAST_OF_EXPECTED);
  }

  /** Whether what a strict reading still joins are relatives, as another one has them, by row. */
  static boolean stillJoinPersons(int[] strict, int[] other) {
    return new Readings(strict, other).joinPersons(LEAST_OF_EXPECTED_BESIDES);
  }

  private boolean joinPersons(double leastOfExpected) {
    double share = shareOfSeveral();
    double found = 0;
    double expected = 0;
    for (int cluster = 0; cluster < several.length; cluster++) {
      int groups = several[cluster] + single[cluster];
      if (groups > 1) {
        found += Math.max(0, several[cluster] - 1);
        expected += groups * share - 1 + Math.pow(1 - share, groups);
      }
    }
    return isStricter && expected >= LEAST_EXPECTED && found > leastOfExpected * expected;
  }

  /** The share of the strict reading's groups that hold several records. */
  private double shareOfSeveral() {
    int groups = 0;
    int ofSeveral = 0;
    for (int size : sizes) {
      groups += size > 0 ? 1 : 0;
      ofSeveral += size > 1 ? 1 : 0;
    }
    return ofSeveral / (double) Math.max(1, groups);
  }
}
