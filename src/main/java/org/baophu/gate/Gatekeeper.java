package org.baophu.gate;

import java.util.ArrayList;
import java.util.List;
import org.baophu.gate.GateSettings.Action;
import org.baophu.gate.GateSettings.Rule;
import org.baophu.gate.NightStatistics.Figure;
import org.baophu.gate.PastNight.PastFigure;
import org.jspecify.annotations.Nullable;

/**
 * Judges the numbers of a night.
 *
 * <p>An accepted number may be a single event or a new level; the nights after it tell. While they
 * stay where the accepted one was, they pass as accepted, until they outnumber the nights before;
 * once a night is back where the numbers were before, the acceptance is spent.
 */
public final class Gatekeeper {
  private final List<PastNight> history;
  private final GateSettings settings;
  private final List<Acceptance> acceptances;

  /**
   * @param history published nights, the latest first
   */
  public Gatekeeper(List<PastNight> history, GateSettings settings, List<Acceptance> acceptances) {
    this.history = List.copyOf(history.subList(0, Math.min(history.size(), settings.nights())));
    this.settings = settings;
    this.acceptances = List.copyOf(acceptances);
  }

  /** Judges every number of a night, in the order of the measures. */
  public List<Judgement> judge(NightStatistics tonight) {
    List<Judgement> judgements = new ArrayList<>();
    tonight.figures().forEach((measure, figure) -> judgements.add(judge(measure, figure)));
    return List.copyOf(judgements);
  }

  private Judgement judge(Measure measure, Figure figure) {
    Rule rule = settings.rule(measure);
    List<PastFigure> past = past(measure);
    List<Double> accepted = sinceAccepted(past);
    List<Double> values = usual(past, accepted.size());
    Bounds bounds = bounds(measure, figure, rule, values);
    if (rule.action() == Action.OFF) {
      return of(measure, figure, bounds, values, Verdict.OFF);
    }
    if (bounds.hold(figure.value())) {
      return of(measure, figure, bounds, values, Verdict.PASSED);
    }
    if (!accepted.isEmpty() && bounds(measure, figure, rule, accepted).hold(figure.value())) {
      return of(measure, figure, bounds, values, Verdict.AS_ACCEPTED);
    }
    if (rule.action() == Action.WARN) {
      return of(measure, figure, bounds, values, Verdict.WARNED);
    }
    return acceptances.stream()
        .filter(acceptance -> acceptance.covers(measure))
        .findFirst()
        .map(a -> of(measure, figure, bounds, values, Verdict.ACCEPTED, a))
        .orElseGet(() -> of(measure, figure, bounds, values, Verdict.STOPPED));
  }

  private List<PastFigure> past(Measure measure) {
    List<PastFigure> past = new ArrayList<>();
    for (PastNight night : history) {
      PastFigure figure = night.figures().get(measure);
      if (figure != null) {
        past.add(figure);
      }
    }
    return past;
  }

  /** The latest nights that were as far out as an accepted one; none once a night was back. */
  private static List<Double> sinceAccepted(List<PastFigure> past) {
    return past.stream()
        .takeWhile(f -> f.verdict() == Verdict.ACCEPTED || f.verdict() == Verdict.AS_ACCEPTED)
        .map(PastFigure::value)
        .toList();
  }

  /** What is usual: the nights before an acceptance, until those since outnumber them. */
  private static List<Double> usual(List<PastFigure> past, int sinceAccepted) {
    boolean newLevel = 2 * sinceAccepted > past.size();
    return past.stream().skip(newLevel ? 0 : sinceAccepted).map(PastFigure::value).toList();
  }

  private static Bounds bounds(Measure measure, Figure figure, Rule rule, List<Double> past) {
    Bounds learnt = Bounds.absolute(measure, figure);
    Double tolerance = rule.tolerance();
    if (!past.isEmpty()) {
      learnt =
          tolerance == null
              ? Bounds.learnt(measure, figure, past)
              : Bounds.tolerated(measure, tolerance, past);
    }
    Double least = rule.least();
    Double most = rule.most();
    return new Bounds(
        least == null ? learnt.least() : least,
        most == null ? learnt.most() : most,
        learnt.usual());
  }

  private static Judgement of(
      Measure measure, Figure figure, Bounds bounds, List<Double> history, Verdict verdict) {
    return of(measure, figure, bounds, history, verdict, null);
  }

  private static Judgement of(
      Measure measure,
      Figure figure,
      Bounds bounds,
      List<Double> history,
      Verdict verdict,
      @Nullable Acceptance acceptance) {
    return new Judgement(
        measure,
        figure.value(),
        bounds.least(),
        bounds.most(),
        bounds.usual(),
        history,
        verdict,
        acceptance);
  }
}
