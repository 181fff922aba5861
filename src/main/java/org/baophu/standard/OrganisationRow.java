package org.baophu.standard;

/**
 * A collection organisation at one of its collection points.
 *
 * @param organisation its name
 * @param collectionPoint the point's name
 * @param communeCode the commune the point is in, on the run's date; empty where it cannot be
 *     decided
 * @param staff collectors at the point, -1 where not stated
 * @param capacityPerStaff new participants that one collector can win in a year, -1 where not
 *     stated
 */
public record OrganisationRow(
    String organisation,
    String collectionPoint,
    String communeCode,
    int staff,
    double capacityPerStaff) {}
