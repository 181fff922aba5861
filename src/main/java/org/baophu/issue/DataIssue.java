package org.baophu.issue;

/**
 * One thing that is wrong with one row of one input file.
 *
 * @param file name of the input file, without its folder
 * @param row number of the row in the file as a spreadsheet shows it; the heading row counts, and
 *     the first row is 1
 * @param column canonical name of the column, or empty where the row as a whole is meant
 * @param value what stood there, {@linkplain Masked#personal masked} where it is personal
 * @param problem what is wrong
 * @param detail what helps to mend it, such as the values that would be known; may be empty
 */
public record DataIssue(
    String file, long row, String column, String value, Problem problem, String detail) {}
