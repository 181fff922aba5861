package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable;
import org.baophu.standard.CommuneRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
  private static final List<ReferenceTable.Entry> LAW = ReferenceTable.read("legal_parameters");

  private static Rules on(String date) {
    return Rules.on(LocalDate.parse(date), LAW, CoverageSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-30, 0.3, 0.25, 0.1, 0.1, 20, false, false",
    "2025-07-01, 0.5, 0.4, 0.3, 0.2, 15, true, false",
    "2029-06-30, 0.5, 0.4, 0.3, 0.2, 15, true, false",
    "2029-07-01, 0.5, 0.4, 0.3, 0.2, 15, true, true"
  })
  void followTheDate(
      String date,
      double poor,
      double nearPoor,
      double minority,
      double other,
      int years,
      boolean declaring,
      boolean others) {
    Rules rules = on(date);

    assertThat(rules.supportRate(SupportGroup.POOR).value().doubleValue()).isEqualTo(poor);
    assertThat(rules.supportRate(SupportGroup.NEAR_POOR).value().doubleValue()).isEqualTo(nearPoor);
    assertThat(rules.supportRate(SupportGroup.ETHNIC_MINORITY).value().doubleValue())
        .isEqualTo(minority);
    assertThat(rules.supportRate(SupportGroup.OTHER).value().doubleValue()).isEqualTo(other);
    assertThat(rules.minPensionYears().value().intValueExact()).isEqualTo(years);
    assertThat(rules.ownersDeclaring().isPresent()).isEqualTo(declaring);
    assertThat(rules.ownersOthers().isPresent()).isEqualTo(others);
    assertThat(rules.lowestContributionVnd().longValueExact()).isEqualTo(330_000);
  }

  @Test
  void nameTheLaw() {
    Rules rules = on("2026-01-15");

    assertThat(rules.supportRate(SupportGroup.POOR).basis())
        .isEqualTo(
            new LegalBasis(
                "support_poor_or_island_specialzone_pct",
                "Decree 159/2025/NĐ-CP Art. 5(1)",
                true,
                "confirmed in 5+ independent code/spec sources"));
    assertThat(rules.ownersDeclaring().orElseThrow().since()).isEqualTo("2025-07-01");
    assertThat(rules.ownersDeclaring().orElseThrow().basis().cited())
        .as("marked, since nobody has compared it with the law")
        .isEqualTo("Law 41/2024 Art. 2(1)(m); Decree 158/2025 Art. 3 (?)");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-30, 194, support_poor_pct, 30, 120, Law 58/2014",
    "2025-07-01, 65, support_poor_or_island_specialzone_pct, 50, 60, Law 41/2024",
    "2029-07-01, 65, hkd_owner_compulsory_others, true, 60, Law 41/2024"
  })
  void oneTableSaysTheLawOfADay(
      String date, int communes, String parameter, String value, String backPayment, String law) {
    Map<String, LawInForce> inForce =
        LawInForce.on(LocalDate.parse(date), LAW).stream()
            .collect(Collectors.toMap(LawInForce::parameter, Function.identity()));

    assertThat(CommuneRegister.on(LocalDate.parse(date)).communes()).hasSize(communes);
    assertThat(inForce.containsKey("commune_reform")).isEqualTo(communes == 65);
    assertThat(inForce.get(parameter).value()).isEqualTo(value);
    assertThat(inForce.get("back_payment_max_months").value()).isEqualTo(backPayment);
    assertThat(inForce.get("voluntary_participant").legalBasis()).startsWith(law);
    assertThat(inForce.containsKey("hkd_owner_compulsory_others"))
        .isEqualTo(date.startsWith("2029"));
  }

  @Test
  void everyRowOfTheLawSaysItsSourceItsMeaningAndWhetherItIsVerified() {
    for (ReferenceTable.Entry row : LAW) {
      assertThat(row.get("legal_basis")).as(row.toString()).isNotBlank();
      assertThat(row.get("meaning")).as(row.toString()).isNotBlank();
      assertThat(row.get("status")).as(row.toString()).isIn("verified", "unverified");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FEMALE, 180, 0.45", "FEMALE, 192, 0.47", "FEMALE, 186, 0.46", "FEMALE, 187, 0.47",
    "MALE, 180, 0.40", "MALE, 240, 0.45", "MALE, 360, 0.65", "MALE, 600, 0.75",
    "UNKNOWN, 180, 0.40"
  })
  void aPensionsRateGrowsByTheYear(Sex sex, int months, String rate) {
    assertThat(on("2026-01-15").pension().rate(months, sex)).isEqualByComparingTo(rate);
  }

  @Test
  void theHighestIncomeFollowsTheReferenceLevel() {
    assertThat(on("2026-06-30").pension().ceilingVnd().value()).isEqualByComparingTo("46800000");
    assertThat(on("2026-07-01").pension().ceilingVnd().value()).isEqualByComparingTo("50600000");
  }

  @Test
  void takeTheRowThatCameIntoForceLast() {
    List<ReferenceTable.Entry> rows =
        List.of(row("7", "", ""), row("9", "2020-01-01", ""), row("8", "2019-01-01", ""));

    LegalParameters law = new LegalParameters(LocalDate.of(2026, 1, 1), rows);

    assertThat(law.getAmount("x", 0).value()).isEqualByComparingTo("9");
  }

  @Test
  void refuseADayWithoutLaw() {
    assertThatThrownBy(() -> on("2010-01-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("legal_parameters")
        .hasMessageContaining("support_other_pct")
        .hasMessageContaining("2010-01-01");
  }

  @Test
  void refuseWhatIsNoNumber() {
    LegalParameters law =
        new LegalParameters(LocalDate.of(2026, 1, 1), List.of(row("many", "", "")));

    assertThatThrownBy(() -> law.getAmount("x", 0)).hasMessageContaining("not a number: many");
  }

  @Test
  void theCheckOfAnotherDayIsRefused() {
    PersonFile file = Records.file("tax T1 salary active", "");

    assertThatThrownBy(
            () -> new Coverage().assess(file, LocalDate.of(2026, 1, 2), on("2026-01-01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ReferenceTable.Entry row(String value, String from, String to) {
    return new ReferenceTable.Entry(
        Map.of(
            "parameter",
            "x",
            "value",
            value,
            "effective_from",
            from,
            "effective_to",
            to,
            "legal_basis",
            "",
            "status",
            "unverified",
            "verification",
            ""));
  }
}
