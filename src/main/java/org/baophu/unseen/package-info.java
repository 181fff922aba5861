/**
 * How many people with a living are on no list at all: capture and recapture.
 *
 * <p>Comes in: {@link org.baophu.unseen.Stratum}s, that is for each commune, sex and age band how
 * many persons are on which of three lists: tax, business, and insurance in force by contributions.
 * Goes out: {@link org.baophu.unseen.UnseenEstimate}, by commune and for the province, with 95 %
 * intervals. {@link org.baophu.unseen.UnseenEstimator} makes it.
 *
 * <p>Tax and business lists capture a living. Insurance by contributions does too, but whoever is
 * insured is not looked for, and being insured goes with being on the others: so it is conditioned
 * on, and the estimate rests on the overlap of tax and business among those who are not insured. A
 * poverty list says nothing of a living and is no list here. {@link org.baophu.unseen.LogLinear}
 * takes insurance as the third list instead; its estimate is told beside as a check.
 *
 * <p>What breaks: within a stratum, being on one list must not change the chance of being on the
 * other. Where those on one are likelier on the other (positive dependence), there are more unseen
 * than estimated; where they are less likely, fewer. The data of two lists cannot tell which.
 */
@NullMarked
package org.baophu.unseen;

import org.jspecify.annotations.NullMarked;
