package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PhonesTest {
  @TestFactory
  Stream<DynamicTest> table() {
    return Tables.tests(
        "phones.csv",
        "input",
        row ->
            assertThat(Phones.parse(row.get("input")).orElse("")).isEqualTo(row.get("expected")));
  }

  @Test
  void everyPrefixOfBefore2018BecomesTheNewOne() {
    ReferenceTable.read("phone_prefix_2018")
        .forEach(
            row ->
                assertThat(Phones.parse(row.get("old_prefix_11_digit") + "2345671"))
                    .contains(row.get("new_prefix_10_digit") + "2345671"));
  }

  @Test
  void aStandardNumberIsItsOwnStandard() {
    Tables.read("phones.csv").stream()
        .map(row -> row.get("expected"))
        .filter(number -> !number.isEmpty())
        .forEach(number -> assertThat(Phones.parse(number)).contains(number));
  }
}
