package org.baophu.night;

import org.baophu.person.RecordKey;

/**
 * The records of those whose request for erasure was met: they are not read again, so that the next
 * night does not silently bring them back. Asked from several threads at once.
 */
public interface Withheld {
  /** Nobody asked. */
  Withheld NOTHING = key -> false;

  /**
   * Whether a record is withheld.
   *
   * @param key as nights remember the record, see {@link #keyOf}
   */
  boolean contains(RecordKey key);

  /**
   * The key under which a remembered record is withheld: records that say the same and have no id
   * of their own are told apart by a number in the memory, but here they are one.
   */
  static RecordKey keyOf(RecordKey remembered) {
    return remembered.recordId().startsWith("#")
        ? new RecordKey(remembered.source(), remembered.recordId().replaceFirst("\\.\\d+$", ""))
        : remembered;
  }
}
