package org.baophu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Stratum SURE = new Stratum(Side.LISTED, Band.SURE);
  private static final Stratum UNSURE = new Stratum(Side.LISTED, Band.UNSURE);
  private static final Stratum LEFT_OUT = new Stratum(Side.EXCLUDED, Band.SURE);

  /** 300 sure and 20 unsure on the list, 200 left out, over three regions of unlike sizes. */
  private static List<Unit> people() {
    List<Unit> people = new ArrayList<>();
    for (int i = 0; i < 520; i++) {
      Stratum stratum = i < 300 ? SURE : i < 320 ? UNSURE : LEFT_OUT;
      double given = stratum.equals(SURE) ? 0.9999 : stratum.equals(UNSURE) ? 0.6 : 0.0001;
      String region = i % 10 == 0 ? "A" : i % 10 < 4 ? "B" : "C";
      people.add(new Unit(String.format(Locale.ROOT, "P%07d", i), stratum, region, given));
    }
    return people;
  }

  @Test
  void everybodyIsDrawnAsOftenAsTheirProbabilitySays() {
    int nights = 4000;
    Map<String, Integer> times = new HashMap<>();
    Map<String, Double> probabilities = new HashMap<>();
    for (int night = 0; night < nights; night++) {
      for (Drawn drawn : Sampler.draw(people(), 40, "night " + night)) {
        times.merge(drawn.unit().personId(), 1, Integer::sum);
        probabilities.put(drawn.unit().personId(), drawn.inclusion());
      }
    }
    assertThat(times).hasSize(520);
    times.forEach(
        (person, drawn) -> {
          double p = probabilities.getOrDefault(person, 0.0);
          double standardError = Math.sqrt(p * (1 - p) / nights);
          assertThat((double) drawn / nights).isCloseTo(p, within(4.5 * standardError + 1e-9));
        });
  }

  @Test
  void theNumberIsTheOneAskedForAndRegionsGetTheirShare() {
    for (int night = 0; night < 50; night++) {
      List<Drawn> drawn = Sampler.draw(people(), 40, "night " + night);
      assertThat(drawn).hasSize(40);
      double expected = 0;
      long inC =
          drawn.stream()
              .filter(d -> d.unit().stratum().equals(SURE))
              .filter(d -> d.unit().region().equals("C"))
              .count();
      for (Drawn one : drawn) {
        expected = one.unit().stratum().equals(SURE) ? 180 * one.inclusion() : expected;
      }
      assertThat((double) inC).isCloseTo(expected, within(1.0));
    }
  }

  @Test
  void moreAreDrawnWhereTheModelIsUnsureAndSomeFromEveryStratum() {
    Map<Stratum, Double> inclusion = Allocation.inclusion(people(), 40);
    assertThat(inclusion.getOrDefault(UNSURE, 0.0))
        .isGreaterThan(2 * inclusion.getOrDefault(SURE, 0.0));
    assertThat(inclusion.getOrDefault(LEFT_OUT, 0.0)).isCloseTo(0.1, within(1e-9));
    inclusion.values().forEach(p -> assertThat(p).isBetween(1e-9, 1.0));
  }

  @Test
  void theSameNightGivesTheSameInAnyOrderAndAnotherNightAnother() {
    List<Unit> shuffled = people();
    Collections.shuffle(shuffled, new Random(5));
    List<Drawn> drawn = Sampler.draw(people(), 40, "2026-11-01");

    assertThat(Sampler.draw(shuffled, 40, "2026-11-01")).isEqualTo(drawn);
    assertThat(new HashSet<>(Sampler.draw(people(), 40, "2026-11-02")))
        .isNotEqualTo(new HashSet<>(drawn));
  }

  @Test
  void asManyAsThereAreAndNobodyWhereNothingIsAsked() {
    assertThat(Sampler.draw(people(), 9_000, "n")).hasSize(520);
    assertThat(Sampler.draw(people(), 0, "n")).isEmpty();
    assertThat(Sampler.draw(List.of(), 60, "n")).isEmpty();
    assertThat(Sampler.draw(people().subList(0, 10), 60, "n")).hasSize(10);
  }
}
