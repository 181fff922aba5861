/**
 * Files become rows: the input files of a delivery, found, recognised and read as a stream.
 *
 * <p>Comes in: a directory with files as agencies really deliver them. Goes out: {@link
 * org.baophu.intake.Row}s under canonical column names, and the issues of rows that cannot be read.
 * A file that cannot be used at all is refused with {@link
 * org.baophu.intake.InputRefusedException}.
 *
 * <ol>
 *   <li>{@link org.baophu.intake.Delivery} finds the files by their names.
 *   <li>{@link org.baophu.intake.RowReader} opens one: its first bytes must agree with its name,
 *       then its encoding ({@link org.baophu.intake.encoding}), delimiter and heading row are found
 *       from its own bytes and text, each for the whole file. {@link
 *       org.baophu.intake.FileSettings} can force each of them.
 *   <li>Its headings are matched to the columns of its {@link org.baophu.intake.InputKind}, by the
 *       usual Vietnamese names in the resource {@code headings.csv}.
 *   <li>Then its rows come one by one. A row that cannot be read is a {@link
 *       org.baophu.issue.DataIssue}; a file that turns out to be cut off is refused, though rows of
 *       it were given out before: whoever publishes must wait for the end of every file.
 * </ol>
 *
 * <p>{@link org.baophu.intake.IntakeSettings} holds the limits and their defaults.
 */
@NullMarked
package org.baophu.intake;

import org.jspecify.annotations.NullMarked;
