package org.baophu.target;

/**
 * Size of a commune.
 *
 * @param population persons, -1 unknown
 * @param labourForce persons, -1 unknown
 */
public record LabourForce(String communeCode, long population, long labourForce) {}
