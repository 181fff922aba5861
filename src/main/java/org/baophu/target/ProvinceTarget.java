package org.baophu.target;

/**
 * What the province wants in a year.
 *
 * @param measure such as {@value #NEW_VOLUNTARY}
 * @param target persons, at least 0
 */
public record ProvinceTarget(int year, String measure, long target) {
  /** New participants on the voluntary route. */
  public static final String NEW_VOLUNTARY = "new_voluntary";

  public ProvinceTarget {
    if (target < 0) {
      throw new IllegalArgumentException(
          "province target " + measure + " of " + year + " is " + target + ", below 0");
    }
  }
}
