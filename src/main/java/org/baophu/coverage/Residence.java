package org.baophu.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where a person lives.
 *
 * <p>Each record that names a commune speaks for it with the weight kind × standing × recency ×
 * membership, and the commune with the greatest sum is taken; of equals the smaller code.
 *
 * <ul>
 *   <li>kind: 3 for a poverty list, which the commune itself keeps of its residents; 2 for
 *       insurance and tax; 1 for a business, whose address is where it trades;
 *   <li>standing: 1/2 if the tax record or the business is closed;
 *   <li>recency: halves every 4 years since the day the record was last known to be right; 3/4
 *       where it states no such day. Insurance that is paid ahead was paid up to a year ago;
 *   <li>membership: probability that the record is this person's.
 * </ul>
 *
 * @param communeCode empty where no record names one
 * @param others the other communes named, sorted
 * @param address of the record that speaks most for the commune and has an address; empty if none
 */
record Residence(String communeCode, List<String> others, String address) {
  private static final double POVERTY = 3;
  private static final double INSURANCE = 2;
  private static final double TAX = 2;
  private static final double BUSINESS = 1;
  private static final double INACTIVE = 0.5;
  private static final double UNDATED = 0.75;
  private static final double HALVING_YEARS = 4;
  private static final long PAID_AHEAD_MONTHS = 12;
  private static final double DAYS_OF_YEAR = 365.25;

  Residence {
    others = List.copyOf(others);
  }

  static Residence of(Evidence evidence, LocalDate date) {
    Map<String, Double> weights = new TreeMap<>();
    for (StandardRecord record : evidence.records()) {
      if (record.commune().isKnown()) {
        weights.merge(record.commune().code(), weight(record, evidence, date), Double::sum);
      }
    }
    String chosen = greatest(weights);
    List<String> others = new ArrayList<>(weights.keySet());
    others.remove(chosen);
    return new Residence(chosen, others, address(evidence, date, chosen));
  }

  boolean isKnown() {
    return !communeCode.isEmpty();
  }

  boolean isDisputed() {
    return !others.isEmpty();
  }

  private static String greatest(Map<String, Double> weights) {
    String best = "";
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      if (best.isEmpty() || weight.getValue() > weights.getOrDefault(best, 0.0)) {
        best = weight.getKey();
      }
    }
    return best;
  }

  private static String address(Evidence evidence, LocalDate date, String commune) {
    Stream<StandardRecord> there =
        evidence.records().stream().filter(record -> record.commune().code().equals(commune));
    return there
        .filter(record -> !record.address().isEmpty())
        .min(
            Comparator.<StandardRecord>comparingDouble(record -> -weight(record, evidence, date))
                .thenComparing(StandardRecord::key))
        .map(StandardRecord::address)
        .orElse("");
  }

  private static double weight(StandardRecord record, Evidence evidence, LocalDate date) {
    double byKind =
        switch (record.key().source()) {
          case POVERTY -> POVERTY;
          case INSURANCE -> INSURANCE;
          case TAX -> TAX;
          case BUSINESS -> BUSINESS;
        };
    return byKind
        * (isStanding(record.details()) ? 1 : INACTIVE)
        * recency(lastRight(record.details(), date), date)
        * evidence.membership(record);
  }

  private static boolean isStanding(Details details) {
    if (details instanceof Details.Tax tax) {
      return tax.active();
    }
    return !(details instanceof Details.Business business)
        || business.status() != Details.BusinessStatus.CLOSED;
  }

  /** The day on which a record was last known to be right, if it states one. */
  private static @Nullable LocalDate lastRight(Details details, LocalDate date) {
    if (details instanceof Details.Tax tax) {
      return tax.updatedOn();
    }
    if (details instanceof Details.Poverty poverty) {
      return poverty.validTo() == null ? date : poverty.validTo();
    }
    return details instanceof Details.Insurance insurance ? lastPaid(insurance, date) : null;
  }

  private static @Nullable LocalDate lastPaid(Details.Insurance insurance, LocalDate date) {
    YearMonth until = insurance.paidUntil();
    if (until == null) {
      return null;
    }
    return until.atEndOfMonth().isAfter(date)
        ? until.minusMonths(PAID_AHEAD_MONTHS).atEndOfMonth()
        : until.atEndOfMonth();
  }

  private static double recency(@Nullable LocalDate lastRight, LocalDate date) {
    if (lastRight == null) {
      return UNDATED;
    }
    double years = Math.max(0, ChronoUnit.DAYS.between(lastRight, date)) / DAYS_OF_YEAR;
    return StrictMath.pow(2, -years / HALVING_YEARS);
  }
}
