package org.baophu.night;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.baophu.coverage.Coverage;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/**
 * Those who earn a living, by what is known of their insurance.
 *
 * @param inForce who has a record in force
 * @param without who has no insurance record at all
 * @param all everybody who earns
 */
record EarningPopulation(long inForce, long without, long all) {
  /** What a delivery with every column bears out, and how little of an estimate is left there. */
  private static final double MOST_MISSED = 0.02;

  private static final double USUALLY_MISSED = 0.0006;
  private static final double MOST_PROBABLE = 0.2;

  static EarningPopulation of(Persons persons, List<StandardRecord> records) {
    BitSet earning = persons.earning(records);
    return new EarningPopulation(
        count(persons, records, earning, EarningPopulation::isInForce),
        earning.cardinality()
            - count(persons, records, earning, details -> details instanceof Details.Insurance),
        earning.cardinality());
  }

  private static long count(
      Persons persons, List<StandardRecord> records, BitSet earning, Predicate<Details> kind) {
    return earning.stream()
        .filter(
            person ->
                Arrays.stream(persons.members()[person])
                    .mapToObj(row -> records.get(row).details())
                    .anyMatch(kind))
        .count();
  }

  private static boolean isInForce(Details details) {
    return details instanceof Details.Insurance insurance && Coverage.isInForce(insurance);
  }

  /** Share of those who earn that have an insurance record of any kind. */
  double sharedWithInsurance() {
    return all == 0 ? 0 : 1 - (double) without / all;
  }

  /**
   * Probability that somebody who earns a living and of whom no insurance record was found has one
   * in force all the same. By Bayes' rule, s the share of records in force that are missed: {@code
   * s·I / (W + s·I)}, I those with a record in force, W those without any. The linkage's estimate
   * of s is rough, far too high where columns are missing, so only its geometric mean with what is
   * usual is believed; it must never empty a list.
   *
   * @param estimated share of true pairs that were never compared
   * @param undelivered share of records in force that were not delivered
   */
  double missProbability(double estimated, double undelivered) {
    double missed = Math.sqrt(Math.min(MOST_MISSED, estimated) * USUALLY_MISSED);
    double found = (missed + undelivered) * inForce;
    return found == 0 ? 0 : Math.min(MOST_PROBABLE, found / (Math.max(1, without) + found));
  }
}
