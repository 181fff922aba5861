package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.baophu.person.BirthDate;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;
import org.baophu.standard.RecordDigest.Aspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a digest tells and what it does not. */
class RecordDigestTest {
  private static final Details PAUSED =
      new Details.Insurance(Scheme.COMPULSORY, InsuranceStatus.PAUSED, 7, null);
  private static final StandardRecord RECORD =
      record("I1", 2, "Nông Thị Nhung", 1984, "Thôn 1", "05977", PAUSED);

  private static StandardRecord record(
      String id, long row, String name, int year, String address, String commune, Details details) {
    return new StandardRecord(
        new RecordKey(Source.INSURANCE, id),
        "insurance.csv",
        row,
        new PersonName(name),
        BirthDate.ofYear(year),
        Sex.FEMALE,
        StandardRecord.Ids.NONE,
        address,
        CommuneMatch.of(commune, CommuneMatch.Basis.COLUMN),
        "",
        details);
  }

  static Stream<Arguments> corrections() {
    Details active = new Details.Insurance(Scheme.COMPULSORY, InsuranceStatus.ACTIVE, 7, null);
    Details longer = new Details.Insurance(Scheme.COMPULSORY, InsuranceStatus.PAUSED, 8, null);
    return Stream.of(
        Arguments.of(
            record("I1", 2, "Nông Thị Nhun", 1984, "Thôn 1", "05977", PAUSED), Aspect.NAME),
        Arguments.of(
            record("I1", 2, "Nông Thị Nhung", 1985, "Thôn 1", "05977", PAUSED), Aspect.BIRTH_DATE),
        Arguments.of(
            record("I1", 2, "Nông Thị Nhung", 1984, "Thôn 2", "05977", PAUSED), Aspect.ADDRESS),
        Arguments.of(
            record("I1", 2, "Nông Thị Nhung", 1984, "Thôn 1", "05986", PAUSED), Aspect.COMMUNE),
        Arguments.of(
            record("I1", 2, "Nông Thị Nhung", 1984, "Thôn 1", "05977", active), Aspect.STATE),
        Arguments.of(
            record("I1", 2, "Nông Thị Nhung", 1984, "Thôn 1", "05977", longer), Aspect.OTHER));
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void aCorrectionIsToldByItsAspect(StandardRecord corrected, Aspect aspect) {
    RecordDigest digest = RecordDigest.of(corrected);

    assertThat(digest.content()).isNotEqualTo(RecordDigest.of(RECORD).content());
    assertThat(digest.differencesFrom(RecordDigest.of(RECORD))).isEqualTo(Set.of(aspect));
  }

  @Test
  void keyFileAndRowDoNotCount() {
    StandardRecord moved = record("I9", 77, "Nông Thị Nhung", 1984, "Thôn 1", "05977", PAUSED);

    assertThat(RecordDigest.of(moved)).isEqualTo(RecordDigest.of(RECORD));
    assertThat(RecordDigest.content(moved)).isEqualTo(RecordDigest.of(RECORD).content());
  }

  @Test
  void theStateIsKeptInCodes() {
    assertThat(RecordDigest.of(RECORD).state()).isEqualTo("compulsory/paused");
    assertThat(RecordDigest.of(RECORD).aspects()).hasSize(64).matches("[0-9a-f]+");
  }

  @Test
  void bordersOfTextsCount() {
    assertThat(List.of(RecordDigest.hash("ab", ""), RecordDigest.hash("a", "b")))
        .doesNotHaveDuplicates();
  }
}
