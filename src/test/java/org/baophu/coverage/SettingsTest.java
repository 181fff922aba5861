package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baophu.person.BirthDate;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 1, 15);
  private static final CoverageSettings DEFAULTS = CoverageSettings.defaults();

  private static Assessment assess(PersonFile file, CoverageSettings settings) {
    return new Coverage()
        .assess(file, DATE, Rules.on(DATE, ReferenceTable.read("legal_parameters"), settings));
  }

  private static Potential potential(PersonFile file, CoverageSettings settings) {
    return Objects.requireNonNull(assess(file, settings).potential());
  }

  private static CoverageSettings with(
      boolean exempt, Map<SupportGroup, Double> extra, double threshold) {
    return new CoverageSettings(
        exempt,
        extra,
        threshold,
        15,
        74,
        5,
        0,
        BeliefSettings.defaults(),
        PriorityWeights.defaults());
  }

  @Test
  void theProvincesRateComesOnTop() {
    PersonFile file = Records.file("tax T1 business active ethnic=Tày", "");

    Potential listed =
        potential(file, with(false, Map.of(SupportGroup.ETHNIC_MINORITY, 0.125), 0.5));

    assertThat(listed.supportRate()).isEqualTo(0.425);
    assertThat(listed.monthlySupportVnd()).isEqualTo(140_250);
    assertThat(listed.monthlyPaymentVnd()).isEqualTo(189_750);
    assertThat(listed.reasons())
        .contains(Reason.of(Reason.Code.SUPPORT_PROVINCE_EXTRA, "12.5"))
        .contains(
            Reason.of(
                Reason.Code.SUPPORT_ETHNICITY,
                "Tày",
                "tax:T1",
                "Decree 159/2025/NĐ-CP Art. 5(1)",
                "30"));
  }

  @Test
  void supportIsNeverMoreThanTheContribution() {
    PersonFile file = Records.file("tax T1 business active | poverty P1 poor", "");

    Potential listed = potential(file, with(false, Map.of(SupportGroup.POOR, 0.75), 0.5));

    assertThat(listed.supportRate()).isEqualTo(1);
    assertThat(listed.monthlyPaymentVnd()).isZero();
  }

  @Test
  void retiredOwnersAreExemptWhereSet() {
    PersonFile file =
        Records.file(
            "business B1 declaration active",
            "",
            BirthDate.of(LocalDate.of(1964, 10, 16)),
            Sex.MALE);

    // 61 years and 3 months would be 16 January 2026, a day and a year too late for 2025; the age
    // of 2026 is 61 years and 6 months, 16 April 2026.
    Potential working = potential(file, with(true, Map.of(), 0.5));
    assertThat(working.route()).isEqualTo(Route.COMPULSORY_OWNER);

    PersonFile older =
        Records.file(
            "business B1 declaration active | tax T1 salary active",
            "",
            BirthDate.of(LocalDate.of(1964, 9, 30)),
            Sex.MALE);
    assertThat(potential(older, DEFAULTS).route()).isEqualTo(Route.COMPULSORY_OWNER);
    Potential retired = potential(older, with(true, Map.of(), 0.5));
    assertThat(retired.route()).isEqualTo(Route.COMPULSORY_EMPLOYEE);
    assertThat(retired.reasons())
        .contains(
            Reason.of(
                Reason.Code.OWNER_EXEMPT_RETIRED,
                "2025-12-30",
                "Law 41/2024 Art. 2(1)(m); Decree 158/2025 Art. 3 (?)"));
  }

  @Test
  void missedRecordsLowerEverybodysProbability() {
    PersonFile file = Records.file("tax T1 business active", "insurance I9 voluntary active m=0.2");

    assertThat(assess(file, DEFAULTS.withMissShare(0.1)).pUninsured())
        .isCloseTo(0.9 * 0.8, within(1e-12));
  }

  @Test
  void aHigherThresholdListsFewer() {
    PersonFile file = Records.file("tax T1 business active", "insurance I9 voluntary active m=0.4");

    assertThat(assess(file, DEFAULTS).standing()).isEqualTo(Standing.POTENTIAL);
    assertThat(assess(file, with(false, Map.of(), 0.7)).standing()).isEqualTo(Standing.INSURED);
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatThrownBy(() -> with(false, Map.of(), 1.5)).hasMessageContaining("list_threshold");
    assertThatThrownBy(() -> with(false, Map.of(SupportGroup.POOR, -0.1), 0.5))
        .hasMessageContaining("province_extra_rate of poor");
    assertThatThrownBy(() -> DEFAULTS.withMissShare(Double.NaN)).hasMessageContaining("missShare");
    assertThatThrownBy(() -> new PriorityWeights(0.5, 0.5, 0.5, 0)).hasMessageContaining("1.5");
    assertThatThrownBy(
            () ->
                new CoverageSettings(
                    false,
                    Map.of(),
                    0.5,
                    80,
                    74,
                    5,
                    0,
                    DEFAULTS.belief(),
                    DEFAULTS.priorityWeights()))
        .hasMessageContaining("min_age_years is 80");
  }

  @Test
  void priorityIsTheFormula() {
    // 0 + 0.8 × 0.03 ÷ (0.03 + 0.05) × (0.4 × 0 + 0.3 × 0 + 0.2 × 0.2 + 0.1 × 0)
    PersonFile trader =
        Records.file("tax T1 business active", "insurance I9 voluntary active m=0.2");
    assertThat(potential(trader, DEFAULTS).priority()).isEqualTo(0.012);
    // 1 + 1 × 0.08 ÷ (0.08 + 0.05) × (0.3 × 90 ÷ 180 + 0.2 × 0.5)
    PersonFile returning =
        Records.file(
            "tax T1 business active | insurance I1 compulsory paused months=90 | poverty P1 poor",
            "");
    assertThat(potential(returning, DEFAULTS).priority()).isEqualTo(1.1538);
    // 0 + 1 × 0.04 ÷ (0.04 + 0.05) × 0.4
    PersonFile owner = Records.file("business B1 declaration active", "");
    assertThat(potential(owner, DEFAULTS).priority()).isEqualTo(0.1778);
  }

  @Test
  void theListIsInOrderOfPriorityThenId() {
    Potential trader = potential(Records.file("tax T1 business active", ""), DEFAULTS);
    Potential owner = potential(Records.file("business B1 declaration active", ""), DEFAULTS);

    assertThat(List.of(trader, owner).stream().sorted(Potential.LIST_ORDER))
        .containsExactly(owner, trader);
  }

  @Test
  void theNearestInsuredIsTheLikeliestInForce() {
    PersonFile file =
        Records.file(
            "tax T1 business active",
            "insurance I7 compulsory active m=0.12345 | insurance I8 pension active m=0.12345"
                + " | insurance I9 voluntary ended m=0.3");

    Potential listed = potential(file, DEFAULTS);

    assertThat(listed.nearestInsured()).isEqualTo("insurance:I7");
    assertThat(listed.nearestProbability()).isEqualTo(0.1235);
    assertThat(listed.reasons())
        .contains(Reason.of(Reason.Code.NEAREST_INSURED, "insurance:I7", "compulsory", "0.1235"));
  }
}
