/**
 * How much each agreement level says, learnt without labels.
 *
 * <p>In: agreement vectors of candidate pairs, counted ({@link org.baophu.link.model.Patterns}).
 * Out: a {@link org.baophu.link.model.Model}, plain data, and a {@link
 * org.baophu.link.model.Scorer} that turns a vector into a match weight in bits.
 *
 * <p>The model is that of I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", JASA 64
 * (1969): {@code weight = prior + Σ log2(m / u)}, m the probability of a level among matches, u
 * among non-matches. Two things differ from the usual. The u probabilities are those of the
 * non-matches that a given blocking key brings up: people who share a telephone are relatives and
 * share a surname too, people who share a name do not, so that correlated agreement does not count
 * twice. And they come from expectation maximisation (Dempster, Laird, Rubin 1977) over the
 * candidates themselves, so that matches do not pollute them. The pair of sources is one more entry
 * of the vector: a register that holds a person once makes two of its records unlikely to match.
 * Where one person has hundreds of records, pairs drawn at random tell so, and are learnt from
 * first. Where relatives in one house would be learnt for matches, they are a class of their own,
 * and matches are weighed against both ({@link org.baophu.link.model.Model.RelativesModel}). A date
 * or number that proves to be an event's is not held to be a person's ({@code Events}). Where the
 * fields are too few to tell, pairs within a source show how strangers agree ({@link
 * org.baophu.link.model.KnownApart}).
 *
 * <p>A field that repeats another, or that differs along with another among the matches, is weighed
 * given that other's level ({@link org.baophu.link.model.Model.Repeated}). The sum of the evidence
 * becomes a match weight by a {@link org.baophu.link.model.Calibration}, learnt from the clusters:
 * how often such evidence has proved right.
 */
@NullMarked
package org.baophu.link.model;

import org.jspecify.annotations.NullMarked;
