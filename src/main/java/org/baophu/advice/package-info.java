/**
 * What a collector can tell a person, and who visits whom.
 *
 * <p>Comes in: a {@link org.baophu.coverage.Potential} participant with their records, the {@link
 * org.baophu.coverage.Rules} of the day, the collection points. Goes out: {@link
 * org.baophu.advice.Advice} for each person (what joining costs at three incomes, what is missing
 * for a pension and what the pension would be), and the {@link org.baophu.advice.Rounds}: every
 * person with exactly one collection point.
 *
 * <p>Amounts are estimates in today's money. {@link org.baophu.advice.LikelyIncome} says how an
 * income is estimated, {@link org.baophu.advice.Adviser} what a pension is assumed to rest on.
 */
@NullMarked
package org.baophu.advice;

import org.jspecify.annotations.NullMarked;
