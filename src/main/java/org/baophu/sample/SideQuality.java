package org.baophu.sample;

/**
 * How right one side of the list is.
 *
 * @param persons how many stand there tonight
 * @param checked of how many of them an answer holds
 * @param asked persons drawn within the days that count and no longer waiting for tonight's file
 * @param answered draws of these whose answer tells whether the person stands on the right side
 * @param unanswered persons tonight in strata without any answer; their errors are the model's own
 *     estimate, between none and all of them
 * @param errors rows that do not belong on the list, or persons missing from it
 */
public record SideQuality(
    long persons, long checked, long asked, long answered, long unanswered, Interval errors) {}
