package org.baophu.standard;

/**
 * A target that the province was given.
 *
 * @param year the year it is for
 * @param measure what is counted, such as {@code new_voluntary}; lower case
 * @param target how many
 */
public record ProvinceTargetRow(int year, String measure, long target) {}
