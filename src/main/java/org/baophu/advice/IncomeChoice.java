package org.baophu.advice;

/**
 * What it costs to choose an income, and what comes of it.
 *
 * @param incomeVnd the income chosen, VND a month
 * @param contributionVnd part of it that the law asks of the person, VND a month
 * @param supportVnd what the state and the province pay of that, VND a month
 * @param pensionVnd estimated pension, VND a month in today's money, to whole thousands; -1 where
 *     retirement age is unknown
 */
public record IncomeChoice(long incomeVnd, long contributionVnd, long supportVnd, long pensionVnd) {
  /** What remains to pay, VND a month. */
  public long paymentVnd() {
    return contributionVnd - supportVnd;
  }
}
