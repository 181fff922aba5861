package org.baophu.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.baophu.gate.NightStatistics.Figure;
import org.baophu.gate.PastNight.PastFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A province's numbers drawn night for night, as registers behave: everything varies by chance,
 * rows grow by a thousandth a day, and the tax register swells by a twelfth at the end of a month.
 */
class QuietNightsTest {
  private static final int NIGHTS = 60;
  private static final int MONTH = 30;
  private static final int COMMUNES = 65;
  private static final int PROVINCES = 20;

  private final List<PastNight> history = new ArrayList<>();

  private static double about(Random random, double mean, double deviation) {
    return Math.max(0, Math.rint(mean + deviation * random.nextGaussian()));
  }

  private static double share(Random random, double p, double base) {
    double drawn = p + Math.sqrt(p * (1 - p) / base) * random.nextGaussian();
    return Math.min(1, Math.max(0, drawn));
  }

  /** A night of a province of that many tax records. */
  private static NightStatistics night(Random random, double size, int day) {
    double grown = size * (1 + 0.001 * day) * (day % MONTH >= MONTH - 2 ? 1.083 : 1);
    NightStatistics night = new NightStatistics();
    night.count(Gate.DUPLICATE_FILES, Measure.ALL, 0);
    for (String source : List.of("tax", "business", "insurance")) {
      double rows = about(random, grown, 0.01 * grown);
      night.count(Gate.ROWS, source, (long) rows);
      night.put(new Measure(Gate.REJECTS, source), figure(random, 0.002, rows));
      night.put(new Measure(Gate.UNKNOWN_COMMUNES, source), figure(random, 0.03, rows));
      night.put(new Measure(Gate.MATCH_RATE, source), figure(random, 0.75, rows));
      for (double missing : new double[] {0, 0.01, 0.3, 0.97, 1}) {
        Measure column = new Measure(Gate.MISSING_VALUES, source + ".column" + missing);
        night.put(column, figure(random, missing, rows));
      }
      double empty = COMMUNES * Math.exp(-rows / COMMUNES);
      night.put(
          new Measure(Gate.COMMUNES, source),
          new Figure(1 - about(random, empty, Math.sqrt(empty)) / COMMUNES, rows));
    }
    night.put(
        new Measure(Gate.CLUSTER_SIZE, Measure.ALL),
        new Figure(1.5 + 0.7 / Math.sqrt(grown) * random.nextGaussian(), grown));
    double all = 0;
    for (int commune = 0; commune < COMMUNES; commune++) {
      // From a tenth to thrice of the mean, as communes are.
      double mean = grown / 2 / COMMUNES * (0.1 + 2.9 * commune / COMMUNES);
      double count = about(random, mean, Math.sqrt(mean));
      night.count(Gate.LIST, "commune " + commune, (long) count);
      all += count;
    }
    night.count(Gate.LIST, Measure.ALL, (long) all);
    return night;
  }

  private static Figure figure(Random random, double share, double rows) {
    return new Figure(share(random, share, Math.max(1, rows)), rows);
  }

  private List<Judgement> judge(NightStatistics night) {
    List<Judgement> judgements =
        new Gatekeeper(history, GateSettings.defaults(), List.of()).judge(night);
    Map<Measure, PastFigure> figures = new HashMap<>();
    judgements.forEach(j -> figures.put(j.measure(), new PastFigure(j.value(), j.verdict())));
    history.add(0, new PastNight("", figures));
    return judgements;
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 3_000, 30_000, 300_000})
  void quietNightsRaiseNoFalseAlarm(int size) {
    for (int seed = 0; seed < PROVINCES; seed++) {
      history.clear();
      Random random = new Random(seed);
      for (int day = 0; day < NIGHTS; day++) {
        assertThat(judge(night(random, size, day)))
            .as("province %d, night %d", seed, day)
            .noneMatch(Judgement::outOfBounds);
      }
    }
  }

  @Test
  void afterQuietNightsAFifthOfTheRegisterMissingIsSeen() {
    Random random = new Random(1);
    for (int day = 0; day < MONTH - 5; day++) {
      judge(night(random, 30_000, day));
    }
    NightStatistics night = night(random, 30_000, MONTH - 5);
    night.count(Gate.ROWS, "tax", 24_000 * 98 / 100);

    assertThat(judge(night))
        .filteredOn(Judgement::stops)
        .extracting(judgement -> judgement.measure().toString())
        .containsExactly("rows:tax");
  }
}
