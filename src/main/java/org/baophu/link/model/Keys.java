package org.baophu.link.model;

/**
 * What training needs to know of blocking keys.
 *
 * @param fields by key the indexes of the fields that it compares
 * @param leastNonMatches by key the least share of its pairs that do not match
 */
public record Keys(int[][] fields, double[] leastNonMatches) {}
