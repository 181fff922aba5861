package org.baophu.standard;

/**
 * The places that a record names, read but not yet looked up.
 *
 * @param commune the commune's name; empty where none is named
 * @param district folded name of the district of before July 2025; empty where none is named
 * @param scope whether they can be places of this province at all
 */
record Places(PlaceName commune, String district, Scope scope) {
  /** Whether the places can be in this province. */
  enum Scope {
    /** Nothing speaks against it. */
    HERE,
    /** Another province is named. */
    ELSEWHERE,
    /** A district is named that the province never had. */
    STRANGE_DISTRICT
  }

  static final Places NONE = new Places(PlaceName.parse(""), "", Scope.HERE);

  static Places elsewhere() {
    return new Places(NONE.commune, "", Scope.ELSEWHERE);
  }

  boolean namesCommune() {
    return !commune.isEmpty();
  }

  Places withCommune(PlaceName other) {
    return new Places(other, district, scope);
  }

  Places inDistrict(String other) {
    return new Places(commune, other, scope);
  }

  Places strange() {
    return new Places(commune, district, Scope.STRANGE_DISTRICT);
  }
}
