package org.baophu.target;

/**
 * What one collector of a collection point is asked.
 *
 * @param organisation empty, as the collection point, for a commune that has no collection point
 * @param communeCode empty where unknown
 * @param staffNumber counts the collectors of the point from 1; 0 for what nobody in particular is
 *     asked, since the point's staff is unknown or none
 */
public record StaffTarget(
    String organisation,
    String collectionPoint,
    String communeCode,
    String commune,
    int staffNumber,
    long target) {}
