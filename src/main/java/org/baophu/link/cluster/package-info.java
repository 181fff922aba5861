/**
 * From pair weights to clusters.
 *
 * <p>In: scored pairs, a way to weigh any other pair, and what must and cannot be joined. Out: the
 * cluster of each row ({@link org.baophu.link.cluster.Agglomeration}). Groups are joined best pair
 * first, and only where the evidence between the whole groups speaks for it: the mean weight of all
 * pairs between them, each limited to ±20 bits, so that one link does not chain two groups whose
 * other members contradict each other.
 */
@NullMarked
package org.baophu.link.cluster;

import org.jspecify.annotations.NullMarked;
