package org.baophu.unseen;

/**
 * The unseen of a commune, and what the number rests on: persons without insurance by
 * contributions.
 *
 * @param taxOnly expected on the tax list and not on the business list
 * @param businessOnly the reverse
 * @param both expected on both
 */
public record CommuneUnseen(
    String communeCode, double taxOnly, double businessOnly, double both, Interval unseen) {}
