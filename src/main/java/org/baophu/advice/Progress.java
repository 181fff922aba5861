package org.baophu.advice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.baophu.advice.Rounds.Round;

/**
 * What came of the year's targets: who was listed and has joined since, against what was asked.
 *
 * @param askedOn the first published night of the year, whose plan is the year's
 * @param points one line for each collection point, sorted by commune, organisation, point
 */
public record Progress(LocalDate date, LocalDate askedOn, List<Line> points) {
  public Progress {
    points = List.copyOf(points);
  }

  /**
   * One line.
   *
   * @param round whose it is; what a level does not tell apart is empty
   * @param target new voluntary participants asked for in the year
   * @param voluntary listed there, and in voluntary insurance since, in the year
   * @param compulsory the same in compulsory insurance; not part of the target
   */
  public record Line(Round round, long target, long voluntary, long compulsory) {
    Line plus(Line other) {
      return new Line(
          round, target + other.target, voluntary + other.voluntary, compulsory + other.compulsory);
    }
  }

  /** The sums by commune. */
  public List<Line> communes() {
    return sums(round -> new Round(round.communeCode(), "", ""));
  }

  /** The sums by organisation. */
  public List<Line> organisations() {
    return sums(round -> new Round("", round.organisation(), ""));
  }

  /** The sum of all. */
  public Line total() {
    return points.stream().reduce(new Line(new Round("", "", ""), 0, 0, 0), Line::plus);
  }

  /**
   * What of the target is due by the date, if it is won evenly from the asking to the year's end.
   */
  public double dueByNow(Line line) {
    long past = ChronoUnit.DAYS.between(askedOn, date);
    return line.target() * ((double) past / Math.max(1, past + daysLeft()));
  }

  /** Voluntary participants by the end of the year; empty in the first night. */
  public Optional<Projection> project(Line line) {
    long past = ChronoUnit.DAYS.between(askedOn, date);
    return past < 1
        ? Optional.empty()
        : Optional.of(Projection.of(line.voluntary(), past, daysLeft()));
  }

  private long daysLeft() {
    return ChronoUnit.DAYS.between(date, LocalDate.of(date.getYear(), 12, 31));
  }

  private List<Line> sums(Function<Round, Round> level) {
    Map<Round, Line> sums =
        new TreeMap<>(Comparator.comparing(Round::communeCode).thenComparing(Round::organisation));
    for (Line line : points) {
      Round round = level.apply(line.round());
      sums.merge(
          round, new Line(round, line.target(), line.voluntary(), line.compulsory()), Line::plus);
    }
    return new ArrayList<>(sums.values());
  }
}
