package org.baophu.target;

import java.util.Comparator;

/**
 * A collection point of a collection organisation.
 *
 * @param communeCode empty where unknown
 * @param staff number of collectors, -1 unknown
 * @param capacityPerStaff new participants that one collector can win in the period, -1 unknown
 */
public record Organisation(
    String organisation,
    String collectionPoint,
    String communeCode,
    int staff,
    double capacityPerStaff) {
  static final Comparator<Organisation> ORDER =
      Comparator.comparing(Organisation::organisation)
          .thenComparing(Organisation::collectionPoint)
          .thenComparing(Organisation::staff)
          .thenComparing(Organisation::capacityPerStaff)
          .thenComparing(Organisation::communeCode);

  public Organisation {
    if (staff < -1
        || !(capacityPerStaff >= 0 || capacityPerStaff == -1)
        || Double.isInfinite(capacityPerStaff)) {
      throw new IllegalArgumentException(
          organisation
              + ", "
              + collectionPoint
              + ": staff "
              + staff
              + " and capacity "
              + capacityPerStaff
              + " must be at least 0, or -1 where unknown");
    }
  }
}
