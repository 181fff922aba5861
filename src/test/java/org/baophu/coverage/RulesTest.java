package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baophu.reference.ReferenceTable;
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
                "confirmed in 5+ independent code/spec sources"));
    assertThat(rules.ownersDeclaring().orElseThrow().since()).isEqualTo("2025-07-01");
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
            "verification",
            ""));
  }
}
