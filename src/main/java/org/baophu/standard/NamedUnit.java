package org.baophu.standard;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A commune under one of the names and districts it has had, and what it is on the register's date.
 *
 * @param name with its type
 * @param district folded name of the district it stood in; empty for communes without districts
 * @param formerDistricts folded names of the districts that a commune without a district took over
 * @param codes the communes it is on the register's date: several if it was split, or if the date
 *     lies before it was made of several
 * @param current whether the unit itself is in force on the register's date
 */
record NamedUnit(
    PlaceName name,
    String district,
    Set<String> formerDistricts,
    SortedSet<String> codes,
    boolean current) {
  NamedUnit {
    formerDistricts = Set.copyOf(formerDistricts);
    codes = new TreeSet<>(codes);
  }

  /** Whether a former commune went to several of today's. */
  boolean isSplit() {
    return codes.size() > 1 && !district.isEmpty();
  }
}
