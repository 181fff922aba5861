package org.baophu.person;

import java.util.Comparator;
import java.util.Optional;

/**
 * What identifies a record: its source and its record_id there. Ordered by source, then by
 * record_id as text.
 */
public record RecordKey(Source source, String recordId) implements Comparable<RecordKey> {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::source).thenComparing(RecordKey::recordId);

  /** The key that reads so, as {@link #toString} writes it; none without such a source or an id. */
  public static Optional<RecordKey> find(String text) {
    for (Source source : Source.values()) {
      String prefix = source.code() + ":";
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        return Optional.of(new RecordKey(source, text.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return source.code() + ":" + recordId;
  }
}
