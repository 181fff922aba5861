package org.baophu.night;

/**
 * A pair that a clerk should look at.
 *
 * @param rowA index of the first record
 * @param rowB index of the second
 * @param evidence field by field
 */
record ReviewCandidate(
    int rowA, int rowB, double probability, double weightBits, String evidence) {}
