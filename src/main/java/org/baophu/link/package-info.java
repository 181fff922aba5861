/**
 * Record linkage: which rows of one or more tables are the same person or thing, without labels.
 *
 * <p>In: a {@link org.baophu.link.table.Table} with typed fields. Out: a {@link
 * org.baophu.link.LinkResult}: clusters, scored pairs, the trained model and diagnostics. {@link
 * org.baophu.link.Linker} is the one door; {@link org.baophu.link.LinkSettings} says how, {@link
 * org.baophu.link.Constraints} what clerks have decided, {@link org.baophu.link.Explanation} why.
 * Nothing here knows what the tables are about.
 *
 * <p>Results depend neither on the number of threads nor on the order of the rows.
 */
@NullMarked
package org.baophu.link;

import org.jspecify.annotations.NullMarked;
