/**
 * The audit sample: which few persons a clerk is asked to check, and what the answers say about the
 * lists. (The audit <em>trail</em>, what happened to the store, is {@code org.baophu.audit}.)
 *
 * <p>Comes in: the {@link org.baophu.sample.Frame}, that is tonight's persons with a tax or
 * business record, on a list or left out of it, each in a {@link org.baophu.sample.Stratum}; the
 * {@link org.baophu.sample.Drawn} of earlier nights and the {@link org.baophu.sample.Answer}s to
 * them. Goes out: tonight's sample, drawn by {@link org.baophu.sample.Sampler}; how many rows are
 * wrong and how many persons are missed, with 95 % intervals, by {@link
 * org.baophu.sample.Estimator}; how often those given a probability were uninsured, {@link
 * org.baophu.sample.ReliabilityBand}.
 *
 * <p>How it stays unbiased:
 *
 * <ul>
 *   <li>Everybody in the frame has a known, positive probability of being drawn, equal within a
 *       stratum on a night; it is kept with the draw, and an answer weighs its inverse (Horvitz and
 *       Thompson 1952), within its stratum relative to the others' (Hájek 1971).
 *   <li>Whoever was checked leaves the frame while the answer holds: what the clerk said is known
 *       and counted as it is, and what is estimated is the rest alone. They left by chance, so the
 *       rest is expected to be as right as the whole was.
 *   <li>Answers of all nights within {@link org.baophu.sample.SampleSettings#days()} are pooled,
 *       each with the stratum and the probability of the night on which it was drawn; the sizes of
 *       the strata are tonight's.
 *   <li>Who was drawn and is not answered, or answered with unknown, is taken to be as right as
 *       those of the same stratum who are answered. Where that is not so the estimate is wrong, and
 *       nothing in the answers can show it; their number is published beside it.
 * </ul>
 *
 * <p>Parameters: {@link org.baophu.sample.SampleSettings}.
 */
@NullMarked
package org.baophu.sample;

import org.jspecify.annotations.NullMarked;
