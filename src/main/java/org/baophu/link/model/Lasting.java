package org.baophu.link.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.table.Column;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;

/**
 * Which fields hardly ever differ between two records of one person or thing: names, dates, and
 * identifiers that few records share. An address, a telephone, an occupation may well differ, since
 * people move; and what agrees on these alone is a household.
 */
final class Lasting {
  /** An identifier that more records share on average, such as a house number, identifies none. */
  private static final double MOST_SHARERS = 10;

  private static final double AGREES = 0.9;
  private static final double DIFFERS = 0.1;
  private static final double LEAST_LOG_ODDS = Math.log(100);

  private final List<List<Level>> levels;
  private final boolean[] lasting;
  private final int[] confirmedDifferent;

  /** By field, the pair of sources not being one. */
  private final FieldType[] types;

  private final boolean isKnown;
  private final double priorLogOdds;

  /**
   * @param priorLogOdds how likely two rows match before anything is compared
   */
  Lasting(Agreement agreement, List<List<Level>> levels, double priorLogOdds) {
    this.levels = levels;
    boolean[] found = lasting(agreement);
    this.isKnown = IntStream.range(0, found.length).anyMatch(entry -> found[entry]);
    this.lasting = found;
    if (!isKnown) {
      Arrays.fill(lasting, true);
    }
    this.types = agreement.table().fields().stream().map(Field::type).toArray(FieldType[]::new);
    this.confirmedDifferent = new int[agreement.entries()];
    for (int field = 0; field < types.length; field++) {
      confirmedDifferent[field] =
          types[field] == FieldType.IDENTIFIER ? confirmedDifferent(levels.get(field)) : 0;
    }
    this.priorLogOdds = priorLogOdds;
  }

  private static boolean[] lasting(Agreement agreement) {
    boolean[] lasting = new boolean[agreement.entries()];
    for (int field = 0; field < agreement.fields(); field++) {
      Field described = agreement.table().fields().get(field);
      lasting[field] = isLasting(described, agreement.table().column(field));
    }
    return lasting;
  }

  private static boolean isLasting(Field field, Column column) {
    return switch (field.type()) {
      case NAME, PERSON_NAME, DATE -> true;
      case IDENTIFIER -> sharers(column) < MOST_SHARERS;
      case PHONE, TEXT, CATEGORY, NUMBER -> false;
    };
  }

  private static int confirmedDifferent(List<Level> levels) {
    return IntStream.range(0, levels.size())
        .filter(level -> levels.get(level).isConfirmedDifferent())
        .findFirst()
        .orElse(0);
  }

  /** With how many other records one shares its value, on average. */
  private static double sharers(Column column) {
    double pairs = 0;
    for (int code = 0; code < column.distinct(); code++) {
      double count = column.count(code);
      pairs += count * (count - 1);
    }
    return pairs / Math.max(1, column.present());
  }

  /**
   * By pattern whether both records state two lasting fields or more and agree in none of them, not
   * even nearly.
   */
  boolean[] others(Patterns patterns) {
    boolean[] others = new boolean[patterns.size()];
    int sources = lasting.length - 1;
    for (int pattern = 0; pattern < others.length; pattern++) {
      int stated = 0;
      int differing = 0;
      for (int entry = 0; entry < sources; entry++) {
        int level = patterns.level(pattern, entry);
        if (lasting[entry] && level > 0) {
          stated++;
          differing += levels.get(entry).get(level).agreement() <= DIFFERS ? 1 : 0;
        }
      }
      others[pattern] = stated > 1 && differing == stated;
    }
    return others;
  }

  /** By pattern how many single names that both records state have a level of a sort. */
  int[] names(Patterns patterns, Predicate<Level> sort) {
    int[] counts = new int[patterns.size()];
    for (int entry = 0; entry < types.length; entry++) {
      for (int pattern = 0; isName(entry) && pattern < counts.length; pattern++) {
        int level = patterns.level(pattern, entry);
        counts[pattern] += level > 0 && sort.test(levels.get(entry).get(level)) ? 1 : 0;
      }
    }
    return counts;
  }

  /** By pattern whether a name that both records state differs wholly. */
  boolean[] differInName(Patterns patterns) {
    boolean[] differ = new boolean[patterns.size()];
    for (int entry = 0; entry < lasting.length - 1; entry++) {
      for (int pattern = 0; isAnyName(entry) && pattern < differ.length; pattern++) {
        differ[pattern] |= differs(entry, patterns.level(pattern, entry));
      }
    }
    return differ;
  }

  /**
   * Whether a level is that of a lasting name or date that both records state, wholly different.
   */
  boolean differs(int entry, int level) {
    return (isAnyName(entry) || isDate(entry) && lasting[entry])
        && level > 0
        && levels.get(entry).get(level).agreement() <= DIFFERS;
  }

  /** Whether the values of an entry are one name of several, a given or a family name. */
  boolean isName(int entry) {
    return entry < types.length && types[entry] == FieldType.NAME;
  }

  /** Whether the values of an entry are names, whole or in part. */
  boolean isAnyName(int entry) {
    return isName(entry) || entry < types.length && types[entry] == FieldType.PERSON_NAME;
  }

  /** Whether any field is known to last; where none is, all entries are held to last. */
  boolean isKnown() {
    return isKnown;
  }

  /** Whether the values of an entry are dates, which last. */
  boolean isDate(int entry) {
    return entry < types.length && types[entry] == FieldType.DATE;
  }

  /** The level of two identifiers of which each is somebody's, 0 where an entry has none. */
  int confirmedDifferent(int entry) {
    return confirmedDifferent[entry];
  }

  /** A date proved to tell nothing of the person ({@link Events}): it does not last. */
  void forget(int entry) {
    lasting[entry] = false;
  }

  /** Whether the values of an entry last. */
  boolean is(int entry) {
    return lasting[entry];
  }

  /**
   * By pattern the probability of a match that what lasts gives by itself: where all of it that
   * both records state agrees, and chance would bring that about in less than one in a hundred of
   * such pairs; else 0. Whatever else differs, such a pair is a match.
   *
   * @param m by entry the probabilities of levels among matches
   * @param random the same among pairs drawn at random
   * @param byNamesToo whether names that agree are enough; else a date or an identifier does too
   */
  double[] sure(Patterns patterns, double[][] m, double[][] random, boolean byNamesToo) {
    double[] sure = new double[patterns.size()];
    for (int pattern = 0; pattern < sure.length; pattern++) {
      double logOdds = priorLogOdds;
      boolean agrees = true;
      boolean isEnough = byNamesToo;
      for (int entry = 0; entry < lasting.length && agrees; entry++) {
        int level = patterns.level(pattern, entry);
        if (lasting[entry] && level > 0) {
          agrees = levels.get(entry).get(level).agreement() >= AGREES;
          isEnough |= !isAnyName(entry);
          logOdds += Math.log(m[entry][level] / random[entry][level]);
        }
      }
      boolean isSure = agrees && isEnough && logOdds >= LEAST_LOG_ODDS;
      sure[pattern] = isSure ? 1 / (1 + Math.exp(-logOdds)) : 0;
    }
    return sure;
  }
}
