package org.baophu.night;

import java.util.Arrays;
import java.util.List;
import org.baophu.link.incremental.Records;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.baophu.person.BirthDate;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/** Standard records as the linkage engine wants them. */
final class PersonTable {
  static final List<Field> FIELDS =
      List.of(
          new Field("full_name", FieldType.PERSON_NAME),
          new Field("birth_date", FieldType.DATE),
          new Field("sex", FieldType.CATEGORY),
          new Field("national_id", FieldType.IDENTIFIER),
          new Field("old_id", FieldType.IDENTIFIER),
          new Field("tax_code", FieldType.IDENTIFIER),
          new Field("insurance_no", FieldType.IDENTIFIER),
          new Field("phone", FieldType.PHONE),
          new Field("address", FieldType.TEXT),
          new Field("commune", FieldType.CATEGORY));

  private PersonTable() {}

  /** One row for each record, in the order given. */
  static Table of(List<StandardRecord> records) {
    Table.Builder table = Table.builder(FIELDS, sources());
    for (StandardRecord record : records) {
      table.add(record.key().source().ordinal(), record.key().recordId(), values(record));
    }
    return table.build();
  }

  /**
   * The same, to be looked at one by one. What a record says is more than its values: it may count
   * as changed where those are as they were.
   */
  static Records records(List<StandardRecord> records) {
    return new Records() {
      @Override
      public int size() {
        return records.size();
      }

      @Override
      public int source(int row) {
        return records.get(row).key().source().ordinal();
      }

      @Override
      public String recordId(int row) {
        return records.get(row).key().recordId();
      }

      @Override
      public @Nullable String[] values(int row) {
        return PersonTable.values(records.get(row));
      }

      @Override
      public long content(int row, long[] missing) {
        count(records.get(row), missing);
        return RecordDigest.content(records.get(row));
      }
    };
  }

  /** The names of the sources, by their indexes. */
  static List<String> sources() {
    return Arrays.stream(Source.values()).map(Source::code).toList();
  }

  /** A record's values, one for each field. */
  static @Nullable String[] values(StandardRecord record) {
    StandardRecord.Ids ids = record.ids();
    return new @Nullable String[] {
      record.name().text(),
      birthDate(record.birthDate()),
      record.sex().code(),
      text(ids.nationalId()),
      text(ids.oldNationalId()),
      text(ids.taxCode()),
      text(ids.insuranceNumber()),
      ids.phone(),
      record.address(),
      record.commune().code()
    };
  }

  /** Counts up which of {@link #values} a record lacks. */
  static void count(StandardRecord record, long[] missing) {
    StandardRecord.Ids ids = record.ids();
    count(record.name().text().isBlank(), 0, missing);
    count(!record.birthDate().isKnown(), 1, missing);
    count(record.sex() == Sex.UNKNOWN, 2, missing);
    count(ids.nationalId() == null, 3, missing);
    count(ids.oldNationalId() == null, 4, missing);
    count(ids.taxCode() == null, 5, missing);
    count(ids.insuranceNumber() == null, 6, missing);
    count(ids.phone() == null, 7, missing);
    count(record.address().isBlank(), 8, missing);
    count(record.commune().code().isBlank(), 9, missing);
  }

  private static void count(boolean isMissing, int field, long[] missing) {
    missing[field] += isMissing ? 1 : 0;
  }

  /** 1 January is where clerks put those of whom they know the year alone. */
  private static String birthDate(BirthDate date) {
    boolean newYear = date.month() == 1 && date.day() == 1;
    return (newYear ? BirthDate.ofYear(date.year()) : date).toString();
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
