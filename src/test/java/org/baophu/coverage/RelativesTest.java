package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baophu.coverage.Relatives.Relation;
import org.baophu.coverage.Relatives.Sign;
import org.baophu.identity.Membership;
import org.baophu.identity.Person;
import org.baophu.person.BirthDate;
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

class RelativesTest {
  private static final String HOUSE = "Số 193 đường Bà Triệu, Phường Đông Kinh";

  private static PersonFile insured(int number, String name, String phone, String address) {
    return file(
        number,
        name,
        phone,
        address,
        Source.INSURANCE,
        new Details.Insurance(Details.Scheme.COMPULSORY, Details.InsuranceStatus.ACTIVE, 20, null));
  }

  private static PersonFile trader(int number, String name, String phone, String address) {
    return file(
        number,
        name,
        phone,
        address,
        Source.TAX,
        new Details.Tax(Details.IncomeKind.OTHER, true, null));
  }

  private static PersonFile file(
      int number, String name, String phone, String address, Source source, Details details) {
    RecordKey key = new RecordKey(source, "R" + number);
    StandardRecord record =
        new StandardRecord(
            key,
            "file.csv",
            2,
            new PersonName(name),
            BirthDate.UNKNOWN,
            Sex.UNKNOWN,
            new StandardRecord.Ids(null, null, null, null, phone.isEmpty() ? null : phone),
            address,
            CommuneMatch.of("05977", CommuneMatch.Basis.COLUMN),
            "",
            details);
    return new PersonFile(
        new Person("P" + number, List.of(new Membership(key, 1))), List.of(record), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "'Nông Thị Hoa', 0912345678, '', PHONE",
    "'Vi Thị Hoa', 0912345678, '', PHONE",
    "'Nông Thị Hoa', '', 'số 193 Đường Bà Triệu', ADDRESS",
    // Another surname, or a village alone, is no household.
    "'Vi Thị Hoa', '', 'Số 193 đường Bà Triệu', ",
    "'Nông Thị Hoa', '', 'Thôn 3, Phường Đông Kinh', ",
    // Perhaps the same person, not recognised.
    "'NÔNG VĂN BA', 0912345678, 'Số 193 đường Bà Triệu', "
  })
  void aRelationNeedsASign(String name, String phone, String address, Sign sign) {
    Relatives relatives =
        Relatives.of(
            List.of(
                insured(1, "Nông Văn Ba", "0912345678", HOUSE),
                insured(2, "Nông Văn Tư", "", "Thôn 3, Phường Đông Kinh"),
                trader(4, "Nông Thị Năm", phone, address)));

    Optional<Relation> relation = relatives.find(trader(3, name, phone, address));

    assertThat(relation.map(Relation::sign)).isEqualTo(Optional.ofNullable(sign));
    relation.ifPresent(kin -> assertThat(kin.insured()).isEqualTo("insurance:R1"));
  }

  @Test
  void whatManyShareIsNoSign() {
    List<PersonFile> office = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      office.add(insured(i, "Nông Văn Ba " + i, "0912345678", ""));
    }
    PersonFile other = trader(20, "Vi Thị Hoa", "0912345678", "");

    assertThat(Relatives.of(office).find(other)).isEmpty();
    assertThat(Relatives.of(office.subList(0, 8)).find(other)).isPresent();
  }
}
