package org.baophu.sample;

import java.util.OptionalDouble;

/**
 * What a clerk found out about somebody who was drawn. All of it is about the one who earns the
 * living, whoever else's records may have got among theirs.
 *
 * @param insured whether insurance is in force
 * @param eligible whether they earn a living and are 15 to 74; where nothing is said, as the list
 *     assumes: yes of everybody but those left out for their age or for want of a living
 * @param otherRows in how many further rows of the list the same human being stands
 */
public record Answer(Said insured, Said eligible, int otherRows) {
  /** Nothing was found out. */
  public static final Answer NONE = new Answer(Said.UNKNOWN, Said.UNKNOWN, 0);

  public Answer {
    if (otherRows < 0) {
      throw new IllegalArgumentException(otherRows + " other rows");
    }
  }

  /**
   * How wrong it is that the person stands where they do. Of somebody listed: 1 if they do not
   * belong there; of one who stands in k rows each is wrong by {@code 1 − 1/k}, so that together
   * one is right. Of somebody left out: 1 if they belong on the list and are on it in no other row.
   *
   * @return empty where the answer does not tell
   */
  public OptionalDouble error(Stratum stratum) {
    Said belongs = eligible;
    if (eligible == Said.NOTHING) {
      belongs = stratum.band().isAboutInsurance() ? Said.YES : Said.NO;
    }
    boolean knowsNot = insured == Said.YES || belongs == Said.NO;
    boolean knows = insured == Said.NO && belongs == Said.YES;
    return switch (stratum.side()) {
      case LISTED -> {
        if (knowsNot) {
          yield OptionalDouble.of(1);
        }
        yield knows ? OptionalDouble.of(1 - 1.0 / (1 + otherRows)) : OptionalDouble.empty();
      }
      case EXCLUDED -> {
        if (knowsNot) {
          yield OptionalDouble.of(0);
        }
        yield knows ? OptionalDouble.of(otherRows == 0 ? 1 : 0) : OptionalDouble.empty();
      }
    };
  }
}
