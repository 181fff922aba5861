package org.baophu.generate;

import java.time.LocalDate;

/**
 * What province to make.
 *
 * @param people number of people, 1 to 50,000,000 (mixed formats: 5,000,000); about 1.45 records
 *     each
 * @param seed any number; another seed gives another province
 * @param date the day on which ages, statuses and the truth hold
 * @param rates how often each slip happens
 * @param formats how the files are written
 */
public record GenerateSettings(
    int people, long seed, LocalDate date, ErrorRates rates, Formats formats) {
  private static final int MOST_PEOPLE = 50_000_000;
  private static final int MOST_PEOPLE_MIXED = 5_000_000;

  /** The day that the sample data hold for. */
  public static final LocalDate DEFAULT_DATE = LocalDate.of(2026, 11, 1);

  public GenerateSettings {
    if (people < 1 || people > MOST_PEOPLE) {
      throw new IllegalArgumentException(
          "people must be between 1 and " + MOST_PEOPLE + ", not " + people);
    }
    if (formats == Formats.MIXED && people > MOST_PEOPLE_MIXED) {
      throw new IllegalArgumentException(
          "mixed formats hold at most "
              + MOST_PEOPLE_MIXED
              + " people, since a sheet has its limit");
    }
    if (date.getYear() < 2022 || date.getYear() > 2090) {
      throw new IllegalArgumentException("the date must lie in 2022 to 2090, not " + date);
    }
  }

  /** A province with the shipped error rates, in plain files, on the default date. */
  public static GenerateSettings of(int people, long seed) {
    return new GenerateSettings(people, seed, DEFAULT_DATE, ErrorRates.shipped(), Formats.PLAIN);
  }

  public GenerateSettings withRates(ErrorRates newRates) {
    return new GenerateSettings(people, seed, date, newRates, formats);
  }

  public GenerateSettings withDate(LocalDate newDate) {
    return new GenerateSettings(people, seed, newDate, rates, formats);
  }

  public GenerateSettings withFormats(Formats newFormats) {
    return new GenerateSettings(people, seed, date, rates, newFormats);
  }
}
