package org.baophu.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.baophu.standard.Details;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;

/** What the insurance register should say of people. */
final class Cover {
  private static final int MONTHS_FOR_PENSION = 180;

  /** What social insurance somebody has who is under no employer's. */
  enum Kind {
    COMPULSORY,
    VOLUNTARY,
    PAUSED,
    ENDED,
    LUMP_SUM,
    HEALTH_ONLY,
    NONE
  }

  static final Weighted<Kind> OWN_ACCOUNT =
      new Weighted<Kind>()
          .add(Kind.COMPULSORY, 5)
          .add(Kind.VOLUNTARY, 8)
          .add(Kind.PAUSED, 9)
          .add(Kind.ENDED, 2)
          .add(Kind.LUMP_SUM, 4)
          .add(Kind.HEALTH_ONLY, 68)
          .add(Kind.NONE, 4);

  static final Weighted<Kind> WITHOUT_EMPLOYER =
      new Weighted<Kind>()
          .add(Kind.PAUSED, 16)
          .add(Kind.ENDED, 2)
          .add(Kind.LUMP_SUM, 6)
          .add(Kind.HEALTH_ONLY, 72)
          .add(Kind.NONE, 4);

  static final Weighted<Kind> WITHOUT_INCOME =
      new Weighted<Kind>()
          .add(Kind.VOLUNTARY, 4)
          .add(Kind.PAUSED, 3)
          .add(Kind.LUMP_SUM, 2)
          .add(Kind.HEALTH_ONLY, 84)
          .add(Kind.NONE, 7);

  static final Weighted<Kind> YOUNG =
      new Weighted<Kind>().add(Kind.HEALTH_ONLY, 93).add(Kind.NONE, 7);

  private final Numbers numbers;
  private final Past past;

  Cover(Numbers numbers, Past past) {
    this.numbers = numbers;
    this.past = past;
  }

  /** Adds the insurance records of somebody of that age. */
  void add(List<Entry> entries, Kind kind, int ageYears, Dice dice) {
    Writer writer = new Writer(entries, ageYears, dice);
    switch (kind) {
      case COMPULSORY -> writer.inForce(Scheme.COMPULSORY, 400);
      case VOLUNTARY -> writer.inForce(Scheme.VOLUNTARY, 120);
      case PAUSED -> {
        Scheme scheme = dice.chance(0.7) ? Scheme.COMPULSORY : Scheme.VOLUNTARY;
        writer.write(scheme, InsuranceStatus.PAUSED, 180);
      }
      case ENDED -> writer.write(Scheme.VOLUNTARY, InsuranceStatus.ENDED, 60);
      case LUMP_SUM -> writer.write(Scheme.LUMP_SUM, InsuranceStatus.ENDED, 120);
      case HEALTH_ONLY -> writer.write(Scheme.HEALTH_ONLY, InsuranceStatus.ACTIVE, 0);
      case NONE -> {}
    }
  }

  /** Adds a pension. */
  void addPension(List<Entry> entries, int ageYears, Dice dice) {
    new Writer(entries, ageYears, dice).write(Scheme.PENSION, InsuranceStatus.ACTIVE, 420);
  }

  /** Writes one person's entries. */
  private final class Writer {
    private final List<Entry> entries;
    private final int ageYears;
    private final Dice dice;

    private Writer(List<Entry> entries, int ageYears, Dice dice) {
      this.entries = entries;
      this.ageYears = ageYears;
      this.dice = dice;
    }

    /** Some people who are insured under one number have an old one besides, long paused. */
    private void inForce(Scheme scheme, int mostMonths) {
      write(scheme, InsuranceStatus.ACTIVE, mostMonths);
      if (dice.chance(0.06)) {
        write(Scheme.COMPULSORY, InsuranceStatus.PAUSED, 60);
      }
    }

    private void write(Scheme scheme, InsuranceStatus status, int mostMonths) {
      boolean runs = status == InsuranceStatus.ACTIVE;
      LocalDate since = runs ? past.daysAgo(1, 400, dice) : past.longAgo(ageYears, dice);
      YearMonth paidUntil =
          runs ? past.month().plusMonths(dice.between(-1, 8)) : YearMonth.from(since);
      entries.add(
          new Entry(
              numbers.insuranceNumber(),
              since,
              new Details.Insurance(scheme, status, monthsPaid(scheme, mostMonths), paidUntil)));
    }

    private int monthsPaid(Scheme scheme, int mostMonths) {
      if (mostMonths == 0) {
        return 0;
      }
      int least = scheme == Scheme.PENSION ? MONTHS_FOR_PENSION : 1;
      int ofWork = Math.max(least + 1, 12 * (ageYears - Past.WORKS_FROM));
      return dice.between(least, Math.min(mostMonths, ofWork));
    }
  }
}
