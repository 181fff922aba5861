/**
 * A synthetic province: the files of a delivery as {@code nightly} reads them, and the truth about
 * them, for trials and load tests.
 *
 * <p>Comes in: {@link org.baophu.generate.GenerateSettings}. Goes out: the input files of the
 * public contract, {@code truth/members.csv} (who is who), {@code truth/potential.csv} (who is a
 * potential participant) and {@code truth/communes.csv} (which commune each record names).
 *
 * <p>It works in two halves that share nothing but values. First the world: households in real
 * communes, with names by people, families, numbers, livelihoods and what the registers should say
 * of them. Then the clerks: they write those entries down, with every {@link
 * org.baophu.generate.Slip} at the rate that {@link org.baophu.generate.ErrorRates} gives it. The
 * truth is told from the world, before any clerk has touched it.
 *
 * <p>The same people, seed and settings give the same bytes on every machine. The world depends on
 * people, seed and date only, so provinces with other error rates or formats hold the same persons.
 */
@NullMarked
package org.baophu.generate;

import org.jspecify.annotations.NullMarked;
