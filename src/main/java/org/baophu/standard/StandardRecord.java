package org.baophu.standard;

import org.baophu.person.BirthDate;
import org.baophu.person.InsuranceNumber;
import org.baophu.person.NationalId;
import org.baophu.person.OldNationalId;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.TaxCode;
import org.jspecify.annotations.Nullable;

/**
 * One record of one register with every value in standard form.
 *
 * @param key source and record_id
 * @param file name of the file it came in
 * @param row number of its row there, the heading row counting
 * @param name the name, repaired
 * @param birthDate as exactly as the record states it; where it states none, the year that its
 *     national id implies
 * @param sex as the record states it; where it does not, as its national id implies
 * @param ids the identifiers, each in the column it belongs to
 * @param address the address text, repaired, or empty
 * @param commune the commune named, as it is on the run's date
 * @param ethnicity the ethnic group stated, in title case, or empty
 * @param details what only this source's records say
 */
public record StandardRecord(
    RecordKey key,
    String file,
    long row,
    PersonName name,
    BirthDate birthDate,
    Sex sex,
    Ids ids,
    String address,
    CommuneMatch commune,
    String ethnicity,
    Details details) {

  /**
   * The identifiers of a record; null where it states none.
   *
   * @param phone 10 digits beginning with 0; a landline may have 11
   */
  public record Ids(
      @Nullable NationalId nationalId,
      @Nullable OldNationalId oldNationalId,
      @Nullable TaxCode taxCode,
      @Nullable InsuranceNumber insuranceNumber,
      @Nullable String phone) {
    /** A record without any identifier. */
    public static final Ids NONE = new Ids(null, null, null, null, null);
  }
}
