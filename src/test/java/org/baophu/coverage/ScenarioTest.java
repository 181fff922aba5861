package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.person.BirthDate;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogue {@code scenarios.csv}, from A01 (one record) to Z99 (all kinds together), one
 * feature each; the column {@code why} says which. Where nothing is given, the date is 15 January
 * 2026 and the person a man born on 10 March 1985 in commune 05977.
 */
class ScenarioTest {
  private static final List<ReferenceTable.Entry> LAW = ReferenceTable.read("legal_parameters");

  record Scenario(ReferenceTable.Entry cells) {
    @Override
    public String toString() {
      return cells.get("id") + " " + cells.get("why");
    }
  }

  static List<Scenario> scenarios() {
    try (InputStream in = ScenarioTest.class.getResourceAsStream("scenarios.csv")) {
      return ReferenceTable.read(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
          .stream()
          .map(Scenario::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void assessesAsTheCatalogueSays(Scenario scenario) {
    ReferenceTable.Entry cells = scenario.cells();

    Assessment assessment = assess(cells);

    assertThat(assessment.standing().name()).isEqualTo(cells.get("standing"));
    assertThat(assessment.pUninsured())
        .isCloseTo(Double.parseDouble(cells.get("p_uninsured")), within(1e-9));
    assertThat(assessment.communeCode()).isEqualTo(cells.get("commune"));
    if (assessment.standing() == Standing.POTENTIAL) {
      assertThat(describe(Objects.requireNonNull(assessment.potential())))
          .isEqualTo(
              Stream.of(
                      "route",
                      "support_group",
                      "support_rate",
                      "monthly_support",
                      "monthly_payment",
                      "months_paid",
                      "segment",
                      "reasons")
                  .map(cells::get)
                  .toList());
    }
  }

  @Test
  void theCatalogueIsInOrder() {
    assertThat(scenarios()).extracting(Scenario::toString).isSorted().doesNotHaveDuplicates();
  }

  private static Assessment assess(ReferenceTable.Entry cells) {
    LocalDate date = LocalDate.parse(orElse(cells.get("date"), "2026-01-15"));
    BirthDate birth = Records.birthDate(orElse(cells.get("birth"), "1985-03-10"));
    Sex sex = Sex.valueOf(orElse(cells.get("sex"), "male").toUpperCase(Locale.ROOT));
    PersonFile file = Records.file(cells.get("records"), cells.get("candidates"), birth, sex);
    return new Coverage().assess(file, date, Rules.on(date, LAW, CoverageSettings.defaults()));
  }

  private static List<String> describe(Potential potential) {
    return List.of(
        potential.route().code(),
        potential.supportGroup().code(),
        Double.toString(potential.supportRate()),
        Long.toString(potential.monthlySupportVnd()),
        Long.toString(potential.monthlyPaymentVnd()),
        Integer.toString(potential.monthsPaid()),
        potential.segment().code(),
        potential.reasons().stream()
            .map(reason -> reason.code().code())
            .collect(Collectors.joining(" ")));
  }

  private static String orElse(String text, String ifEmpty) {
    return text.isEmpty() ? ifEmpty : text;
  }
}
