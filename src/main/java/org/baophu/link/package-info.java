/**
 * Record linkage: which rows of one or more tables are the same person or thing, without labels.
 *
 * <p>In: a {@link org.baophu.link.table.Table} with typed fields. Out: a {@link
 * org.baophu.link.LinkResult}: clusters, scored pairs, the trained model and diagnostics. {@link
 * org.baophu.link.Linker} is the one door; {@link org.baophu.link.LinkSettings} says how, {@link
 * org.baophu.link.Constraints} what outranks the evidence, {@link org.baophu.link.Explanation} why.
 * Nothing here knows what the tables are about.
 *
 * <p>On the way: blocking keys are chosen ({@code block}), values compared ({@code compare}), a
 * model learnt ({@code model}), all candidate pairs scored, groups joined ({@code cluster}), the
 * weights calibrated by what the groups show ({@code Companions}), and, given a truth, judged
 * ({@code evaluate}).
 *
 * <p>Results depend neither on the number of threads nor on the order of the rows.
 */
@NullMarked
package org.baophu.link;

import org.jspecify.annotations.NullMarked;
