/**
 * How right a clustering is, given the truth, and where it loses.
 *
 * <p>In: for every record its cluster and its true entity, as numbers. Out: an {@link
 * org.baophu.link.evaluate.Evaluation}: precision, recall and F1 over pairs, over records (B-cubed,
 * A. Bagga and B. Baldwin 1998) and over whole clusters, each with a 95 % confidence interval from
 * a Poisson bootstrap over true entities (400 replicates, fixed seed): entities, not pairs, are
 * what is independent. It is never narrower than Wilson's for a share of as many entities, since
 * where nothing is wrong no replicate shows what might be.
 *
 * <p>{@link org.baophu.link.evaluate.Losses} puts every wrong pair down to blocking, scoring or
 * clustering, {@link org.baophu.link.evaluate.Reliability} holds the probabilities given against
 * how often they came true.
 */
@NullMarked
package org.baophu.link.evaluate;

import org.jspecify.annotations.NullMarked;
