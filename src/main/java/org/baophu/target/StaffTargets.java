package org.baophu.target;

import java.util.ArrayList;
import java.util.List;

/**
 * Shares each point's target over its collectors in equal parts; what does not divide goes to the
 * first ones, one each. So nobody is asked less when the point is asked more.
 */
final class StaffTargets {
  private StaffTargets() {}

  /**
   * @param points as targets were set, in their order
   * @param staff of each of them, -1 unknown
   */
  static List<StaffTarget> of(List<CollectionPointTarget> points, List<Integer> staff) {
    List<StaffTarget> lines = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      long target = points.get(i).figures().target();
      int collectors = staff.get(i);
      if (collectors <= 0) {
        lines.add(line(points.get(i), 0, target));
      }
      for (int number = 1; number <= collectors; number++) {
        long more = number <= target % collectors ? 1 : 0;
        lines.add(line(points.get(i), number, target / collectors + more));
      }
    }
    return lines;
  }

  private static StaffTarget line(CollectionPointTarget point, int number, long target) {
    return new StaffTarget(
        point.organisation(),
        point.collectionPoint(),
        point.communeCode(),
        point.commune(),
        number,
        target);
  }
}
