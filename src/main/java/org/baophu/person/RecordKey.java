package org.baophu.person;

import java.util.Comparator;

/**
 * What identifies a record: its source and its record_id there. Ordered by source, then by
 * record_id as text.
 */
public record RecordKey(Source source, String recordId) implements Comparable<RecordKey> {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::source).thenComparing(RecordKey::recordId);

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return source.code() + ":" + recordId;
  }
}
