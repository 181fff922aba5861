package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.baophu.person.BirthDate;
import org.baophu.person.NationalId;
import org.baophu.person.OldNationalId;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestValuesTest {
  private final List<StandardRecord> records = new ArrayList<>();

  private BestValuesTest tax(String name, String birth, Sex sex, String id, String phone) {
    return add(Source.TAX, name, birth, sex, id, phone);
  }

  private BestValuesTest insurance(String name, String birth, Sex sex, String id, String phone) {
    return add(Source.INSURANCE, name, birth, sex, id, phone);
  }

  private BestValuesTest add(
      Source source, String name, String birth, Sex sex, String id, String phone) {
    records.add(
        new StandardRecord(
            new RecordKey(source, "R" + records.size()),
            "file.csv",
            2,
            new PersonName(name),
            Records.birthDate(birth),
            sex,
            new StandardRecord.Ids(
                NationalId.parse(id).orElse(null),
                OldNationalId.parse(id).orElse(null),
                null,
                null,
                phone.isEmpty() ? null : phone),
            "",
            CommuneMatch.unknown(CommuneMatch.Basis.NOT_STATED),
            "",
            new Details.Tax(Details.IncomeKind.SALARY, true, null)));
    return this;
  }

  private BestValues best() {
    return BestValues.of(records);
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "Nguyen Van An,Nguyễn Văn An,Nguyen Van An,Nguyễn Văn An,with diacritics where all agree on the"
        + " letters",
    "Nông Thị Hoa,Nông Thị Hòa,Nông Thị Hoa,Nông Thị Hoa,the most frequent spelling",
    "Vi V An,Vi Văn An,Vi V An,Vi V An,most records first",
    "Vi Văn An,Vi V An,Lý Bình,Vi Văn An,no abbreviation where all differ",
    "Vi An,Vi Văn An,Lý Bình,Vi Văn An,the most words"
  })
  void names(String one, String two, String three, String best, String reason) {
    tax(one, "1980", Sex.MALE, "", "");
    tax(two, "1980", Sex.MALE, "", "");
    tax(three, "1980", Sex.MALE, "", "");

    assertThat(best().fullName()).as(reason).isEqualTo(best);
  }

  @Test
  void ofTwoNamesTheInsuranceRecordsIsTaken() {
    tax("Lý Văn An", "1980", Sex.MALE, "", "").insurance("Lê Văn An", "1980", Sex.MALE, "", "");

    assertThat(best().fullName()).isEqualTo("Lê Văn An");
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "1980,1980-05-03,1981,1980-05-03,the most exact",
    "1980-05-03,1980-03-05,1980-05,1980-05-03,the one that more records agree with",
    "1980-01-01,1980-05,unknown,1980-05,the first of January is hardly more than a year",
    "1980-01-01,1980,unknown,1980-01-01,but more than the year",
    "unknown,unknown,unknown,unknown,unknown stays unknown"
  })
  void birthDates(String one, String two, String three, String best, String reason) {
    tax("An", one, Sex.MALE, "", "")
        .tax("An", two, Sex.MALE, "", "")
        .tax("An", three, Sex.MALE, "", "");

    assertThat(best().birthDate()).as(reason).isEqualTo(Records.birthDate(best));
  }

  @Test
  void aNationalIdSpeaksForItsBirthYear() {
    tax("An", "1980-05-03", Sex.MALE, "", "").tax("An", "1990-05-03", Sex.MALE, "020090123456", "");

    assertThat(best().birthDate().year()).isEqualTo(1990);
  }

  @Test
  void sexIsWhatMostSayNationalIdsIncluded() {
    insurance("An", "1980", Sex.MALE, "", "").tax("An", "1980", Sex.FEMALE, "020180123456", "");

    assertThat(best().sex()).isEqualTo(Sex.FEMALE);
    assertThat(BestValues.of(List.of(records.get(0))).sex()).isEqualTo(Sex.MALE);
  }

  @Test
  void anIdThatContradictsSexAndYearIsARelatives() {
    insurance("An", "1980-05-03", Sex.MALE, "020182123456", "")
        .tax("An", "1980-05-03", Sex.MALE, "020080654321", "")
        .tax("An", "1980-05-03", Sex.MALE, "012345678", "");

    assertThat(best().nationalId()).isEqualTo("020080654321");
  }

  @Test
  void anOldIdIsBetterThanNone() {
    tax("An", "1980", Sex.MALE, "012345678", "");

    assertThat(best().nationalId()).isEqualTo("012345678");
  }

  @Test
  void thePhoneInMostRecordsThenTheMostTrusted() {
    tax("An", "1980", Sex.MALE, "", "0912000001")
        .insurance("An", "1980", Sex.MALE, "", "0912000002");
    assertThat(best().phone()).isEqualTo("0912000002");

    tax("An", "1980", Sex.MALE, "", "0912000001");
    assertThat(best().phone()).isEqualTo("0912000001");
  }

  @Test
  void nothingStatedIsNothingKnown() {
    tax("An", "unknown", Sex.UNKNOWN, "", "");

    assertThat(best()).isEqualTo(new BestValues("An", BirthDate.UNKNOWN, Sex.UNKNOWN, "", ""));
  }
}
