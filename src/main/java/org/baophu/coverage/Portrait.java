package org.baophu.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.baophu.person.BirthDate;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/**
 * Who somebody is by their records, whether listed or not.
 *
 * @param nationalId 12 digits, or 9 of the older card where no other is known; empty if none
 * @param address the first that a record states, the most trusted records first; empty if none
 * @param living records that give a living, or if none does any more those that did, sorted
 * @param sources all records, sorted
 */
public record Portrait(
    String fullName,
    BirthDate birthDate,
    Sex sex,
    String nationalId,
    String phone,
    String address,
    List<RecordKey> living,
    List<RecordKey> sources) {
  public Portrait {
    living = List.copyOf(living);
    sources = List.copyOf(sources);
  }

  /** Of a person's own records. */
  public static Portrait of(PersonFile file) {
    BestValues values = BestValues.of(file.records());
    return new Portrait(
        values.fullName(),
        values.birthDate(),
        values.sex(),
        values.nationalId(),
        values.phone(),
        address(file.records()),
        living(file),
        keys(file.records().stream()));
  }

  private static List<RecordKey> living(PersonFile file) {
    List<RecordKey> living = keys(new Evidence(file).living());
    return living.isEmpty() ? keys(file.records().stream().filter(Portrait::gaveALiving)) : living;
  }

  private static boolean gaveALiving(StandardRecord record) {
    return record.details() instanceof Details.Tax || record.details() instanceof Details.Business;
  }

  private static String address(List<StandardRecord> records) {
    return records.stream()
        .sorted(Evidence.TRUSTED_FIRST)
        .map(StandardRecord::address)
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<RecordKey> keys(Stream<StandardRecord> records) {
    return records.map(StandardRecord::key).sorted().toList();
  }
}
