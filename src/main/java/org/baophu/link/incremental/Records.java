package org.baophu.link.incremental;

import org.jspecify.annotations.Nullable;

/** Records to be linked, of which most are only looked at. May be asked from any thread. */
public interface Records {
  /** How many there are. */
  int size();

  /** The index of a record's source. */
  int source(int row);

  /** A record's id, unique within its source. */
  String recordId(int row);

  /** A record's values, one for each field; {@code null} or blank is missing. */
  @Nullable String[] values(int row);

  /**
   * A hash of all the values, which tells records that say the same from those that do not, in this
   * process and in any later one.
   *
   * @param missing by field how often its value was missing, to be counted up
   */
  default long content(int row, long[] missing) {
    Hash hash = new Hash();
    @Nullable String[] values = values(row);
    for (int field = 0; field < values.length; field++) {
      String value = values[field];
      if (value == null || value.isBlank()) {
        missing[field]++;
        hash.number(-1);
      } else {
        hash.text(value);
      }
    }
    return hash.value();
  }
}
