package org.baophu.target;

/**
 * The numbers of a line of a plan.
 *
 * @param labourForce persons, -1 unknown
 * @param insured persons with insurance in force
 * @param potential potential participants on the voluntary route
 * @param share part of the province's potential that is found here, rounded to 6 decimals
 * @param capacity new participants that the staff can win, -1 unknown
 * @param target new participants asked for
 */
public record Figures(
    long labourForce, long insured, long potential, double share, long capacity, long target) {}
