package org.baophu.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baophu.coverage.Evidence.Detailed;
import org.baophu.standard.Details.Classification;
import org.baophu.standard.Details.Poverty;
import org.baophu.standard.StandardRecord;
import org.baophu.standard.Vietnamese;

/**
 * What part of the lowest contribution others pay, and why.
 *
 * <p>Support = rate of the group × contribution rate × rural poverty line; a province's own rate
 * comes on top; together never more than the contribution. On the compulsory routes there is none.
 * Payment = lowest contribution − support, at the lowest income that can be chosen. Both in whole
 * VND a month, half up.
 *
 * <p>How the law is read: an ethnic minority is every people but the Kinh (Decree 05/2011/NĐ-CP
 * Art. 4), so the Hoa are one; where records disagree, one that states a minority is enough. Until
 * 30 June 2025 minorities had no rate of their own and get that of all others. Whoever has paid
 * voluntary insurance for as long as the state supports keeps the support and is marked: months
 * before 2018 had none, and the records do not say which months were supported.
 */
record Support(
    SupportGroup group,
    double rate,
    long monthlySupportVnd,
    long monthlyPaymentVnd,
    List<Reason> reasons) {
  /** What else stands in the column and is no minority: Việt (the Kinh), foreign, not stated. */
  private static final Set<String> NO_MINORITY =
      Set.of("", "viet", "khac", "khong", "khong ro", "nguoi nuoc ngoai", "nuoc ngoai");

  private static final String MAJORITY = "kinh ";
  private static final String PREFIX = "dan toc ";

  Support {
    reasons = List.copyOf(reasons);
  }

  static Support of(Evidence evidence, Route route, Rules rules) {
    Group found = findGroup(evidence, rules);
    if (route != Route.VOLUNTARY) {
      Reason none = Reason.of(Reason.Code.SUPPORT_NOT_ON_ROUTE, route.code());
      return priced(found.group(), BigDecimal.ZERO, rules, List.of(found.reason(), none));
    }
    List<Reason> reasons = new ArrayList<>(List.of(found.reason()));
    BigDecimal extra =
        BigDecimal.valueOf(rules.settings().provinceExtraRate().getOrDefault(found.group(), 0.0));
    if (extra.signum() > 0) {
      reasons.add(Reason.of(Reason.Code.SUPPORT_PROVINCE_EXTRA, Text.percent(extra)));
    }
    findUsedUp(evidence, rules).ifPresent(reasons::add);
    BigDecimal rate = rules.supportRate(found.group()).value().add(extra).min(BigDecimal.ONE);
    return priced(found.group(), rate, rules, reasons);
  }

  private static Support priced(
      SupportGroup group, BigDecimal rate, Rules rules, List<Reason> reasons) {
    long contribution = wholeVnd(rules.lowestContributionVnd());
    long support = wholeVnd(rules.lowestContributionVnd().multiply(rate));
    return new Support(group, rate.doubleValue(), support, contribution - support, reasons);
  }

  private record Group(SupportGroup group, Reason reason) {}

  private static Group findGroup(Evidence evidence, Rules rules) {
    return findPoverty(evidence, Classification.POOR, SupportGroup.POOR, rules)
        .or(() -> findPoverty(evidence, Classification.NEAR_POOR, SupportGroup.NEAR_POOR, rules))
        .or(() -> findMinority(evidence, rules))
        .orElseGet(() -> other(rules));
  }

  private static Optional<Group> findPoverty(
      Evidence evidence, Classification classification, SupportGroup group, Rules rules) {
    return evidence.list(Poverty.class).stream()
        .filter(poverty -> poverty.details().classification() == classification)
        .filter(poverty -> isInForce(poverty.details(), rules.date()))
        .findFirst()
        .map(Detailed::key)
        .map(
            key ->
                new Group(
                    group, stated(Reason.Code.SUPPORT_POVERTY, group, group.code(), key, rules)));
  }

  private static boolean isInForce(Poverty poverty, LocalDate date) {
    LocalDate from = poverty.validFrom();
    LocalDate to = poverty.validTo();
    return (from == null || !from.isAfter(date)) && (to == null || !to.isBefore(date));
  }

  private static Optional<Group> findMinority(Evidence evidence, Rules rules) {
    SupportGroup group = SupportGroup.ETHNIC_MINORITY;
    return evidence.records().stream()
        .filter(record -> isMinority(record.ethnicity()))
        .min(Evidence.TRUSTED_FIRST)
        .map(
            (StandardRecord record) ->
                new Group(
                    group,
                    stated(
                        Reason.Code.SUPPORT_ETHNICITY,
                        group,
                        record.ethnicity(),
                        record.key().toString(),
                        rules)));
  }

  static boolean isMinority(String ethnicity) {
    String folded = Vietnamese.fold(ethnicity);
    String name = folded.startsWith(PREFIX) ? folded.substring(PREFIX.length()) : folded;
    return !NO_MINORITY.contains(name) && !(name + " ").startsWith(MAJORITY);
  }

  private static Reason stated(
      Reason.Code code, SupportGroup group, String what, String record, Rules rules) {
    Rules.Amount rate = rules.supportRate(group);
    return Reason.of(code, what, record, rate.basis().cited(), Text.percent(rate.value()));
  }

  private static Group other(Rules rules) {
    Rules.Amount rate = rules.supportRate(SupportGroup.OTHER);
    return new Group(
        SupportGroup.OTHER,
        Reason.of(Reason.Code.SUPPORT_OTHER, rate.basis().cited(), Text.percent(rate.value())));
  }

  private static Optional<Reason> findUsedUp(Evidence evidence, Rules rules) {
    int months = Insured.voluntaryMonthsPaid(evidence);
    Rules.Amount most = rules.supportMaxMonths();
    return months < most.value().intValue()
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                Reason.Code.SUPPORT_MAY_BE_USED_UP,
                Integer.toString(months),
                most.value().toPlainString(),
                most.basis().cited()));
  }

  private static long wholeVnd(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
