package org.baophu.standard;

/**
 * How many people live and work in a commune. Several rows may name the same commune, where the
 * file lists communes of before July 2025: their numbers add up.
 *
 * @param communeCode the commune on the run's date; empty where it cannot be decided
 * @param population people living there, -1 where not stated
 * @param labourForce people of working age who work or could
 */
public record LabourForceRow(String communeCode, long population, long labourForce) {}
