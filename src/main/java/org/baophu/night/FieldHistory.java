package org.baophu.night;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Chances;
import org.baophu.coverage.Segment;
import org.baophu.night.FieldBook.PastListing;
import org.baophu.night.FieldBook.Result;
import org.jspecify.annotations.Nullable;

/** Whom earlier nights listed and what became of them, as it was when this night began. */
final class FieldHistory {
  private static final double DAYS_OF_YEAR = 365.25;

  private final long runNo;
  private final Map<String, PastListing> listings = new HashMap<>();

  private FieldHistory(long runNo) {
    this.runNo = runNo;
  }

  /**
   * @param runNo this night's. Whom it has listed itself, before it was interrupted, does not
   *     count; the results that it has found stay, since its own records are known by then, but
   *     teach nothing yet.
   */
  static FieldHistory before(long runNo, FieldBook book) {
    FieldHistory history = new FieldHistory(runNo);
    for (PastListing listing : book.listings()) {
      if (listing.firstRunNo() < runNo) {
        history.listings.put(listing.personId(), listing);
      }
    }
    return history;
  }

  /** By person id. */
  Map<String, PastListing> listings() {
    return listings;
  }

  /** The points that persons had when they were first listed. */
  Map<String, Round> rounds() {
    Map<String, Round> rounds = new HashMap<>();
    listings.forEach((id, listing) -> rounds.put(id, round(listing)));
    return rounds;
  }

  static Round round(PastListing listing) {
    return new Round(listing.communeCode(), listing.organisation(), listing.collectionPoint());
  }

  /** How likely people are to join; who was insured all along tells nothing about that. */
  Chances chances(LocalDate date) {
    List<Chances.Outcome> outcomes = new ArrayList<>();
    for (PastListing listing : listings.values()) {
      Result result = listing.resultRunNo() < runNo ? listing.result() : Result.OPEN;
      if (result != Result.INSURED_ALREADY) {
        outcomes.add(
            new Chances.Outcome(
                Segment.valueOf(listing.segment().toUpperCase(Locale.ROOT)),
                listing.communeCode(),
                result == Result.JOINED,
                years(listing.firstListed(), end(listing, date))));
      }
    }
    return Chances.learn(outcomes);
  }

  private static LocalDate end(PastListing listing, LocalDate date) {
    @Nullable LocalDate left = listing.leftOn();
    return left != null && left.isBefore(date) ? left : date;
  }

  private static double years(LocalDate from, LocalDate to) {
    return Math.max(0, ChronoUnit.DAYS.between(from, to)) / DAYS_OF_YEAR;
  }
}
