package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baophu.person.BirthDate;
import org.baophu.person.InsuranceNumber;
import org.baophu.person.NationalId;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.person.TaxCode;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.baophu.standard.StandardRecord.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonTableTest {
  private static StandardRecord record(BirthDate birth, Sex sex, Ids ids, String address) {
    return new StandardRecord(
        new RecordKey(Source.TAX, "T1"),
        "tax.csv",
        2,
        new PersonName("Nông Thị Nhung"),
        birth,
        sex,
        ids,
        address,
        CommuneMatch.unknown(CommuneMatch.Basis.NOT_STATED),
        "",
        new Details.Tax(Details.IncomeKind.SALARY, true, null));
  }

  @Test
  void theFieldsCountedAsMissingAreThoseWithoutAValue() {
    NationalId id = NationalId.parse("020195000001").orElseThrow();
    List<StandardRecord> records =
        List.of(
            record(BirthDate.UNKNOWN, Sex.UNKNOWN, Ids.NONE, ""),
            record(BirthDate.ofYear(1995), Sex.FEMALE, Ids.NONE, "thôn Nà Pài"),
            record(
                new BirthDate(1995, 1, 1),
                Sex.MALE,
                new Ids(id, null, null, new InsuranceNumber("2016000001"), null),
                ""),
            record(
                new BirthDate(1995, 3, 0),
                Sex.MALE,
                new Ids(null, null, TaxCode.parse("0100109106").orElseThrow(), null, "0912345678"),
                ""));

    for (StandardRecord record : records) {
      @Nullable String[] values = PersonTable.values(record);
      long[] missing = new long[values.length];
      PersonTable.count(record, missing);
      for (int field = 0; field < values.length; field++) {
        String value = values[field];
        assertThat(missing[field])
            .as(PersonTable.FIELDS.get(field).name())
            .isEqualTo(value == null || value.isBlank() ? 1 : 0);
      }
    }
  }
}
