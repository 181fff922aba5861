/**
 * What is wrong with the data, as values.
 *
 * <p>A row or a cell that cannot be used is a result like any other: a {@link
 * org.baophu.issue.DataIssue} says in which file, row and column it stands, what was there and why
 * it cannot be used, so that the agency that sent it can mend it. Nothing here is thrown or logged.
 */
@NullMarked
package org.baophu.issue;

import org.jspecify.annotations.NullMarked;
