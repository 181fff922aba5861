package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.BeliefSettings;
import org.baophu.coverage.ListQuality;
import org.baophu.coverage.ListQuality.Doubt;
import org.baophu.coverage.QualityReport;
import org.baophu.coverage.Standing;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/**
 * How many rows of each list are probably wrong, and how many persons it probably misses.
 *
 * <p>Wrong is a row of somebody insured ({@code 1 − p_uninsured}), the second row of one person
 * (half the probability that two listed persons are one, to each of them), and a row of which the
 * registers are out of date. Missed is somebody who earns and is held to be insured ({@code
 * p_uninsured}), or whose registers are out of date.
 */
final class Qualities {
  private final List<StandardRecord> records;
  private final Persons persons;
  private final List<Assessment> assessments;
  private final BitSet earning;
  private final double missProbability;
  private final double outdated;
  private final Map<String, Sums> communes =
      new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
  private final Sums province = new Sums();

  private static final class Sums {
    private long listed;
    private Doubt wrong = Doubt.NONE;
    private Doubt missed = Doubt.NONE;

    private ListQuality quality(String code) {
      return ListQuality.of(code, listed, wrong, missed);
    }
  }

  private Qualities(
      NightRun run,
      List<StandardRecord> records,
      Links links,
      Persons persons,
      List<Assessment> assessments) {
    this.records = records;
    this.persons = persons;
    this.assessments = assessments;
    this.earning = persons.earning(records);
    EarningPopulation population = EarningPopulation.of(persons, records);
    BeliefSettings belief = run.settings().coverage().belief();
    this.missProbability = population.missProbability(links.missShare(), belief.undeliveredShare());
    this.outdated = belief.outdatedShare();
    for (int person = 0; person < assessments.size(); person++) {
      count(person);
    }
    new Rivals(persons, records, links, population.sharedWithInsurance()).forEach(this::countTwice);
  }

  static QualityReport of(
      NightRun run,
      List<StandardRecord> records,
      Links links,
      Persons persons,
      List<Assessment> assessments) {
    Qualities all = new Qualities(run, records, links, persons, assessments);
    List<ListQuality> communes = new ArrayList<>();
    all.communes.forEach((code, sums) -> communes.add(sums.quality(code)));
    return new QualityReport(all.province.quality(""), communes);
  }

  private void count(int person) {
    Assessment assessment = assessments.get(person);
    if (assessment.standing() == Standing.POTENTIAL) {
      double doubt = 1 - assessment.pUninsured();
      double unfound = hasInsurance(person) ? 0 : Math.min(doubt, missProbability);
      double linked = doubt - unfound;
      add(person, 1, new Doubt(linked, unfound, outdated), new Doubt(0, 0, outdated));
    } else if (assessment.standing() == Standing.INSURED && earning.get(person)) {
      add(person, 0, Doubt.NONE, new Doubt(assessment.pUninsured(), 0, 0));
    }
  }

  private boolean hasInsurance(int person) {
    return Arrays.stream(persons.members()[person])
        .anyMatch(row -> records.get(row).details() instanceof Details.Insurance);
  }

  private void countTwice(int person, int other, double probability) {
    if (isListed(person) && isListed(other)) {
      add(person, 0, new Doubt(probability / 2, 0, 0), Doubt.NONE);
    }
  }

  private boolean isListed(int person) {
    return assessments.get(person).standing() == Standing.POTENTIAL;
  }

  private void add(int person, int listed, Doubt wrong, Doubt missed) {
    String code = assessments.get(person).communeCode();
    for (Sums sums : List.of(province, communes.computeIfAbsent(code, c -> new Sums()))) {
      sums.listed += listed;
      sums.wrong = sums.wrong.plus(wrong);
      sums.missed = sums.missed.plus(missed);
    }
  }
}
