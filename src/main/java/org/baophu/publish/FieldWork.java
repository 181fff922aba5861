package org.baophu.publish;

import java.util.List;
import java.util.Map;
import org.baophu.advice.Advice;
import org.baophu.advice.Rounds.Round;

/**
 * What collectors take along.
 *
 * @param advice for every person on the list, by person id
 * @param rounds who visits them, by person id
 * @param points every collection point that has a commune, whether or not it has anybody to visit
 */
public record FieldWork(Map<String, Advice> advice, Map<String, Round> rounds, List<Round> points) {
  /** Nobody to visit. */
  public static final FieldWork NONE = new FieldWork(Map.of(), Map.of(), List.of());

  public FieldWork {
    advice = Map.copyOf(advice);
    rounds = Map.copyOf(rounds);
    points = List.copyOf(points);
  }
}
