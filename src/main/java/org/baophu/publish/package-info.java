/**
 * Results become files: the output directory of a night, every file of the public contract.
 *
 * <p>Comes in: a {@link org.baophu.publish.Publication}, all that a night has found out, and an
 * empty directory. Goes out: the files, written by {@link org.baophu.publish.Publisher}. Nothing is
 * decided here: the order of rows, their rounding and their words are fixed by rule, so that the
 * same publication gives the same bytes. Only {@code report.html} and {@code run.json} tell times.
 *
 * <p>Tables are stated once, in {@code Tables}, and written from there as CSV and as XLSX. Texts
 * stand in {@code messages_en.properties} and {@code messages_vi.properties}; the page of the
 * report in {@code report.mustache} and {@code body.mustache}.
 *
 * <p>Rules that hold for every file: text is UTF-8, money whole VND, dates {@code yyyy-MM-dd},
 * probabilities, rates and shares have 4 decimals, weights in bits 2, lists inside a cell are
 * joined with {@code ;}, what is unknown is empty, and no cell can be run by a spreadsheet as a
 * formula.
 */
@NullMarked
package org.baophu.publish;

import org.jspecify.annotations.NullMarked;
