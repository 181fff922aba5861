package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baophu.person.BirthDate;
import org.baophu.person.NationalId;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.junit.jupiter.api.Test;

class IdConflictsTest {
  private static StandardRecord record(String nationalId, int birthYear, Sex sex) {
    return new StandardRecord(
        new RecordKey(Source.TAX, nationalId),
        "tax.csv",
        2,
        new PersonName("Hoàng Thị Thu"),
        BirthDate.ofYear(birthYear),
        sex,
        new StandardRecord.Ids(new NationalId(nationalId), null, null, null, null),
        "",
        CommuneMatch.unknown(CommuneMatch.Basis.NOT_STATED),
        "",
        new Details.Tax(Details.IncomeKind.OTHER, true, null));
  }

  private static boolean compatible(StandardRecord a, StandardRecord b) {
    IdConflicts conflicts = new IdConflicts(List.of(a, b));
    assertThat(conflicts.areCompatible(1, 0)).isEqualTo(conflicts.areCompatible(0, 1));
    return conflicts.areCompatible(0, 1);
  }

  @Test
  void twinsWithIdsOfTheirOwnAreTwo() {
    StandardRecord twin = record("020197810398", 1997, Sex.FEMALE);

    assertThat(compatible(twin, record("020197972896", 1997, Sex.FEMALE))).isFalse();
  }

  @Test
  void oneDigitOffIsASlipOfThePen() {
    StandardRecord own = record("020197810398", 1997, Sex.FEMALE);

    assertThat(compatible(own, record("020197810898", 1997, Sex.FEMALE))).isTrue();
  }

  @Test
  void anIdOfAnotherSexOrYearIsSomebodyElsesOnTheForm() {
    StandardRecord own = record("020197810398", 1997, Sex.FEMALE);

    assertThat(compatible(own, record("020097972896", 1997, Sex.FEMALE))).isTrue();
    assertThat(compatible(own, record("020170972896", 1997, Sex.FEMALE))).isTrue();
  }
}
