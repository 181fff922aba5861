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
}
