package org.baophu.night;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Potential;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.standard.RecordDigest;

/** Where persons stand, in the form in which the next night compares it. */
final class Standings {
  /** What {@link PastStanding.Row#details()} holds a hash of, in its order. */
  static final List<String> DETAILS =
      List.of("name", "birth_date", "sex", "ids", "phone", "address");

  /** Hexadecimal digits of each hash. */
  static final int HEX_DIGITS = 8;

  private Standings() {}

  /** Where every person with a living stands. */
  static Map<String, PastStanding> of(List<Assessment> assessments, BitSet earning) {
    Map<String, PastStanding> standings = new HashMap<>();
    earning.stream()
        .mapToObj(assessments::get)
        .forEach(assessment -> standings.put(assessment.personId(), of(assessment)));
    return standings;
  }

  static PastStanding of(Assessment assessment) {
    Potential row = assessment.potential();
    if (row == null) {
      return new PastStanding(
          assessment.standing().name(),
          assessment.communeCode(),
          "",
          "",
          0,
          0,
          PastStanding.Row.NONE);
    }
    String[] details = {
      row.fullName(),
      row.birthDate().toString(),
      row.sex().code(),
      row.nationalId(),
      row.phone(),
      row.address()
    };
    StringBuilder hashes = new StringBuilder(DETAILS.size() * HEX_DIGITS);
    for (String detail : details) {
      hashes.append(HexFormat.of().toHexDigits((int) RecordDigest.hash(detail)));
    }
    return new PastStanding(
        assessment.standing().name(),
        assessment.communeCode(),
        row.route().code(),
        row.supportGroup().code(),
        RecordDigest.hash(details),
        RecordDigest.hash(row.sources().stream().map(Object::toString).toArray(String[]::new)),
        new PastStanding.Row(
            hashes.toString(), row.segment().code(), row.monthlySupportVnd(), row.monthsPaid()));
  }
}
