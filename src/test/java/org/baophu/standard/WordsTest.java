package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordsTest {
  private static final Map<String, Words<?>> KINDS =
      Map.of(
          "sex", Words.SEX,
          "income_kind", Words.INCOME_KIND,
          "tax_active", Words.TAX_ACTIVE,
          "business_status", Words.BUSINESS_STATUS,
          "tax_method", Words.TAX_METHOD,
          "scheme", Words.SCHEME,
          "insurance_status", Words.INSURANCE_STATUS,
          "classification", Words.CLASSIFICATION,
          "decision", Words.DECISION,
          "yes_no", Words.YES_NO);

  private static String found(String kind, String text) {
    Words<?> words = KINDS.get(kind);
    return words == null ? "no such kind" : words.find(text).map(Object::toString).orElse("");
  }

  @TestFactory
  Stream<DynamicTest> table() {
    return Tables.tests(
        "words.csv",
        "input",
        row -> assertThat(found(row.get("kind"), row.get("input"))).isEqualTo(row.get("expected")));
  }

  @Test
  void everyCodeOfTheContractIsKnown() {
    assertThat(Words.SCHEME.codes())
        .isEqualTo(List.of("compulsory", "voluntary", "pension", "lump_sum", "health_only"));
    assertThat(Words.INSURANCE_STATUS.codes()).isEqualTo(List.of("active", "paused", "ended"));
    KINDS.values().forEach(w -> w.codes().forEach(code -> assertThat(w.find(code)).isPresent()));
  }

  @Test
  void everyTaxStatusCodeIsKnownAndOnlyYesIsActive() {
    ReferenceTable.read("tax_status_codes").stream()
        .filter(row -> !row.get("active_for_matching_suggested").isEmpty())
        .forEach(
            row ->
                assertThat(Words.TAX_ACTIVE.find(row.get("code")))
                    .as(row.get("code"))
                    .contains(row.get("active_for_matching_suggested").equals("yes")));
  }
}
