package org.baophu.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baophu.advice.Advice;
import org.baophu.advice.Progress;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Chances;

/**
 * What collectors take along, and what came of it so far.
 *
 * @param advice for every person on the list, by person id
 * @param rounds who visits them, by person id
 * @param points every collection point that has a commune, whether or not it has anybody to visit
 * @param chances how likely people are to join
 * @param progress of the year
 */
public record FieldWork(
    Map<String, Advice> advice,
    Map<String, Round> rounds,
    List<Round> points,
    Chances chances,
    Progress progress) {

  public FieldWork {
    advice = Map.copyOf(advice);
    rounds = Map.copyOf(rounds);
    points = List.copyOf(points);
  }

  /** Nobody to visit, and nothing asked. */
  public static FieldWork none(LocalDate date) {
    return new FieldWork(
        Map.of(), Map.of(), List.of(), Chances.prior(), new Progress(date, date, List.of()));
  }
}
