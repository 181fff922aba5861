package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;
import org.baophu.person.PersonName;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NamesTest {
  private static String standard(String text) {
    return Names.parse(text).map(PersonName::text).orElse("");
  }

  @TestFactory
  Stream<DynamicTest> table() {
    return Tables.tests(
        "names.csv",
        "input",
        row -> assertThat(standard(row.get("input"))).isEqualTo(row.get("expected")));
  }

  @Test
  void aStandardNameIsItsOwnStandard() {
    Tables.read("names.csv").stream()
        .map(row -> row.get("expected"))
        .filter(name -> !name.isEmpty())
        .forEach(name -> assertThat(standard(name)).isEqualTo(name));
  }

  @Test
  void composedAndDecomposedNamesAreTheSame() {
    Tables.read("names.csv").stream()
        .map(row -> row.get("input"))
        .forEach(
            name ->
                assertThat(standard(Normalizer.normalize(name, Normalizer.Form.NFD)))
                    .isEqualTo(standard(Normalizer.normalize(name, Normalizer.Form.NFC))));
  }

  @Test
  void noAttestedNameIsTakenForTypingResidue() {
    Stream.of("surnames:surname", "middle_names:middle_name", "given_names:given_name")
        .map(text -> text.split(":"))
        .flatMap(t -> ReferenceTable.read(t[0]).stream().map(row -> row.get(t[1])))
        .filter(word -> Names.parse(word).isPresent())
        .forEach(
            word ->
                assertThat(Vietnamese.toAscii(standard(word)))
                    .isEqualToIgnoringCase(Vietnamese.toAscii(word)));
  }

  @Test
  void namesWithoutDiacriticsAreNotTakenForTypingResidue() {
    Stream.of("surnames:surname", "middle_names:middle_name", "given_names:given_name")
        .map(text -> text.split(":"))
        .flatMap(t -> ReferenceTable.read(t[0]).stream().map(row -> row.get(t[1])))
        .map(Vietnamese::toAscii)
        .forEach(word -> assertThat(standard(word)).isEqualToIgnoringCase(word));
  }
}
