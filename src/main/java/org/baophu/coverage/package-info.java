/**
 * Who is insured, who is a potential participant, by which route and with what support.
 *
 * <p>Comes in: a {@link org.baophu.coverage.PersonFile}, that is a person with all their records
 * and the insurance records that may be theirs too, and the {@link org.baophu.coverage.Rules} in
 * force on the run's date. Goes out: an {@link org.baophu.coverage.Assessment}, and for a potential
 * participant all that the list says about them, with the {@link org.baophu.coverage.Reason}s.
 *
 * <p>Every rate, threshold and date of the law comes from the reference table {@code
 * legal_parameters} (and {@code retirement_age}) by the run's date; what is not law but choice is
 * in {@link org.baophu.coverage.CoverageSettings} with its default.
 */
@NullMarked
package org.baophu.coverage;

import org.jspecify.annotations.NullMarked;
