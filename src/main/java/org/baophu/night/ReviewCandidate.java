package org.baophu.night;

/**
 * A pair that a clerk should look at.
 *
 * @param rowA index of the first record
 * @param rowB index of the second
 * @param ids by which the next night knows the two again
 * @param evidence field by field
 */
record ReviewCandidate(
    int rowA, int rowB, Review.Ids ids, double probability, double weightBits, String evidence) {}
