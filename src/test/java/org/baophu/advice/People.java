package org.baophu.advice;

import java.time.LocalDate;
import java.util.List;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Route;
import org.baophu.coverage.Segment;
import org.baophu.coverage.SupportGroup;
import org.baophu.person.BirthDate;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/** Persons on a list, and their records. */
final class People {
  private People() {}

  static Potential person(String id, BirthDate birth, Sex sex, Route route, int monthsPaid) {
    return person(id, birth, sex, route, monthsPaid, "05977", "");
  }

  static Potential living(String id, String commune, String address) {
    BirthDate birth = BirthDate.of(LocalDate.of(1980, 1, 15));
    return person(id, birth, Sex.FEMALE, Route.VOLUNTARY, -1, commune, address);
  }

  private static Potential person(
      String id,
      BirthDate birth,
      Sex sex,
      Route route,
      int monthsPaid,
      String commune,
      String address) {
    long support = route == Route.VOLUNTARY ? 99_000 : 0;
    return new Potential(
        id,
        "Nông Thị Hạnh",
        birth,
        sex,
        40,
        "",
        "",
        commune,
        address,
        List.of(),
        Segment.OTHER,
        route,
        SupportGroup.ETHNIC_MINORITY,
        0.3,
        support,
        330_000 - support,
        monthsPaid,
        1,
        0.5,
        "",
        0,
        List.of());
  }

  static StandardRecord business(String industry, long revenueVnd, Details.BusinessStatus status) {
    return record(
        Source.BUSINESS,
        new Details.Business(
            "B", "Quán", industry, Details.TaxMethod.PRESUMPTIVE, revenueVnd, status, null));
  }

  static StandardRecord tax(Details.IncomeKind kind) {
    return record(Source.TAX, new Details.Tax(kind, true, null));
  }

  static StandardRecord insurance(Details.Scheme scheme, int months) {
    return record(
        Source.INSURANCE,
        new Details.Insurance(scheme, Details.InsuranceStatus.PAUSED, months, null));
  }

  private static StandardRecord record(Source source, Details details) {
    return new StandardRecord(
        new RecordKey(source, "1"),
        "file.csv",
        2,
        new PersonName("Nông Thị Hạnh"),
        BirthDate.UNKNOWN,
        Sex.UNKNOWN,
        StandardRecord.Ids.NONE,
        "",
        CommuneMatch.unknown(CommuneMatch.Basis.NOT_STATED),
        "",
        details);
  }
}
