/**
 * What one run leaves so that the next need not do all again.
 *
 * <p>In: records, and what the last run knew of them. Out: which records are new, changed or gone
 * ({@link org.baophu.link.incremental.Difference}), which pairs they bring up ({@link
 * org.baophu.link.incremental.TouchedBlocks}), which clusters may be other than they were ({@link
 * org.baophu.link.incremental.Components}). {@link org.baophu.link.incremental.LinkState} is what
 * is kept, most of it {@link org.baophu.link.incremental.Blocks} that stay as they are from run to
 * run; {@code org.baophu.link.IncrementalLinker} puts it all to work.
 *
 * <p>It rests on three laws. By a frozen model, a pair is a candidate or is none, and weighs what
 * it weighs, by its own two rows alone. Clusters form within components of the graph of pairs that
 * may be joined, and one component does not feel another. The order of rows that stay is the same
 * from run to run.
 */
@NullMarked
package org.baophu.link.incremental;

import org.jspecify.annotations.NullMarked;
