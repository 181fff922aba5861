package org.baophu.target;

import java.time.LocalDate;

/**
 * One year of the path to the goals.
 *
 * @param from the day after which its days count: that of the figures, or the last of the year
 *     before
 * @param to its last day, or that of the goals
 * @param insuredLevel participants, compulsory and voluntary, to be reached by {@code to}
 * @param newInsured how many more than by {@code from}
 * @param voluntaryLevel participants in voluntary insurance to be reached by {@code to}
 * @param newVoluntary how many more than by {@code from}
 * @param asked new voluntary participants asked in these days, by the goal chosen
 */
public record PathYear(
    int year,
    LocalDate from,
    LocalDate to,
    long insuredLevel,
    long newInsured,
    long voluntaryLevel,
    long newVoluntary,
    long asked) {}
