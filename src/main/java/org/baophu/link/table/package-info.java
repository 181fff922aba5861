/**
 * Records as typed columns.
 *
 * <p>In: rows of text, each with its source and record id. Out: a {@link
 * org.baophu.link.table.Table}, immutable, every column dictionary-encoded: a value is an {@code
 * int} code into a sorted list of distinct values, {@code -1} where it is missing. Meet {@link
 * org.baophu.link.table.Field} (name and type) first, then {@link org.baophu.link.table.Table},
 * then {@link org.baophu.link.table.Column}.
 */
@NullMarked
package org.baophu.link.table;

import org.jspecify.annotations.NullMarked;
