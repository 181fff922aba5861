package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeadingsTest {
  private static Headings of(InputKind kind) {
    return new Headings(kind, Map.of(), "test");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/org/baophu/intake/headings_expected.csv", numLinesToSkip = 1)
  void understandsUsualHeadings(InputKind kind, String heading, String column, String reason) {
    Optional<String> found = of(kind).find(heading).map(Headings.Meaning::column);
    assertThat(found).as(reason).isEqualTo(Optional.ofNullable(column));
  }

  @ParameterizedTest
  @EnumSource
  void understandsTheContractsOwnNames(InputKind kind) {
    for (String column : kind.columns()) {
      assertThat(of(kind).find(column)).contains(new Headings.Meaning(column, 0));
      assertThat(of(kind).find(column.toUpperCase(java.util.Locale.ROOT).replace('_', ' ')))
          .contains(new Headings.Meaning(column, 0));
    }
  }

  @Test
  void prefersWhatTheConfigurationSays() {
    Headings headings = new Headings(InputKind.TAX, Map.of("Mã số thuế", "record_id"), "test");
    assertThat(headings.find("MA SO THUE").orElseThrow().column()).isEqualTo("record_id");
  }

  @Test
  void suggestsTheMostAlike() {
    Headings headings = of(InputKind.TAX);
    assertThat(
            headings.findAlike(
                "full_name", java.util.List.of("Quê quán", "Họ và tên ông/bà", "Ghi chú")))
        .contains("Họ và tên ông/bà");
    assertThat(headings.findAlike("full_name", java.util.List.of("Quê quán"))).isEmpty();
  }
}
