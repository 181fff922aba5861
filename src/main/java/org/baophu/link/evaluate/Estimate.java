package org.baophu.link.evaluate;

/**
 * A share with its 95 % confidence interval.
 *
 * @param value in [0, 1]; 1 where there was nothing to get wrong
 * @param low lower bound
 * @param high upper bound
 */
public record Estimate(double value, double low, double high) {}
