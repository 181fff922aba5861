package org.baophu.target;

/**
 * What is asked for.
 *
 * @param year the year that the targets are for
 */
public record TargetRequest(int year, TargetSettings settings) {

  /** A total that is given; all else by default. */
  public static TargetRequest ofTotal(long total, int year) {
    return new TargetRequest(year, TargetSettings.defaults().withTotal(total));
  }
}
