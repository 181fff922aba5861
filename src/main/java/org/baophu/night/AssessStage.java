package org.baophu.night;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Chances;
import org.baophu.coverage.Coverage;
import org.baophu.coverage.InsuredCandidate;
import org.baophu.coverage.PersonFile;
import org.baophu.coverage.Relatives;
import org.baophu.coverage.ResidenceModel;
import org.baophu.coverage.Rules;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/** Says of every person whether they are insured, and if not, whether they could join. */
final class AssessStage {
  /** Greatest share of true pairs that is believed never to have been compared. */
  private static final double MOST_MISSED = 0.02;

  private final NightRun run;
  private final List<StandardRecord> records;
  private final Links links;
  private final Persons persons;
  private final Chances chances;
  private @Nullable ResidenceModel residence;
  private @Nullable List<Map<Integer, Double>> insured;

  /**
   * @param chances how likely people are to join
   */
  AssessStage(
      NightRun run, List<StandardRecord> records, Links links, Persons persons, Chances chances) {
    this.chances = chances;
    this.run = run;
    this.records = records;
    this.links = links;
    this.persons = persons;
  }

  /** One assessment for each person, in the persons' order. */
  List<Assessment> assess() {
    Rules rules =
        Rules.on(
            run.date(),
            run.legalParameters(),
            run.settings().coverage().withMissShare(missedInsurance()));
    Coverage coverage = new Coverage(learntResidence(), relatives(), chances);
    List<Map<Integer, Double>> candidates = insuredCandidates();
    Assessment[] assessments = new Assessment[persons.members().length];
    // Every person is assessed alone, so that the number of threads changes nothing.
    ForkJoinPool pool = new ForkJoinPool(run.threads());
    try {
      pool.submit(
              () ->
                  IntStream.range(0, assessments.length)
                      .parallel()
                      .forEach(
                          i ->
                              assessments[i] =
                                  coverage.assess(file(i, candidates.get(i)), run.date(), rules)))
          .join();
    } finally {
      pool.shutdown();
    }
    return Arrays.asList(assessments);
  }

  /**
   * What some persons would be if tonight's records had come on another day: what differs from
   * tonight is what the days alone have brought about.
   *
   * @param some indexes of persons, in order
   */
  List<Assessment> assessOn(LocalDate day, int[] some) {
    Rules rules =
        Rules.on(
            day, run.legalParameters(), run.settings().coverage().withMissShare(missedInsurance()));
    Coverage coverage = new Coverage(learntResidence(), relatives(), chances);
    List<Map<Integer, Double>> candidates = insuredCandidates();
    return Arrays.stream(some)
        .mapToObj(person -> coverage.assess(file(person, candidates.get(person)), day, rules))
        .toList();
  }

  private ResidenceModel learntResidence() {
    if (residence == null) {
      residence = residenceModel();
    }
    return residence;
  }

  private List<Map<Integer, Double>> insuredCandidates() {
    if (insured == null) {
      insured = candidates();
    }
    return insured;
  }

  /** Learnt from what the records of the same persons say about their communes. */
  private ResidenceModel residenceModel() {
    List<PersonFile> files =
        new AbstractList<>() {
          @Override
          public PersonFile get(int person) {
            return file(person, Map.of());
          }

          @Override
          public int size() {
            return persons.members().length;
          }
        };
    return ResidenceModel.learn(files, run.date());
  }

  /** Learnt from those with a record in force alone: nobody else is insured. */
  private Relatives relatives() {
    return Relatives.of(
        IntStream.range(0, persons.members().length)
            .filter(
                person ->
                    Arrays.stream(persons.members()[person])
                        .anyMatch(row -> isInForce(records.get(row).details())))
            .mapToObj(person -> file(person, Map.of()))
            .toList());
  }

  /**
   * Probability that somebody who earns a living and whose insurance was not found is insured all
   * the same, because the two records were never compared. By Bayes' rule from the share s of true
   * pairs that are missed and the odds o of being insured among those who earn: s·o / (1 + s·o).
   * The linkage's estimate of s is rough where columns are missing, so no more of it is believed
   * than a delivery with every column bears out; it must never empty a list.
   */
  private double missedInsurance() {
    BitSet earning = persons.earning(records);
    long insured =
        earning.stream()
            .filter(
                person ->
                    Arrays.stream(persons.members()[person])
                        .mapToObj(row -> records.get(row).details())
                        .anyMatch(AssessStage::isInForce))
            .count();
    long uninsured = Math.max(1, earning.cardinality() - insured);
    double missed = Math.min(links.missShare(), MOST_MISSED) * insured / uninsured;
    return missed / (1 + missed);
  }

  private static boolean isInForce(Details details) {
    return details instanceof Details.Insurance insurance && Coverage.isInForce(insurance);
  }

  private PersonFile file(int person, Map<Integer, Double> candidates) {
    List<StandardRecord> own =
        Arrays.stream(persons.members()[person]).mapToObj(records::get).toList();
    List<InsuredCandidate> insured = new ArrayList<>(candidates.size());
    candidates.forEach(
        (row, probability) -> {
          StandardRecord record = records.get(row);
          insured.add(
              new InsuredCandidate(
                  record.key(), (Details.Insurance) record.details(), probability));
        });
    return new PersonFile(persons.persons().get(person), own, insured);
  }

  /** For each person the insurance records of others that may be theirs, with the probability. */
  private List<Map<Integer, Double>> candidates() {
    int[] personOfRow = persons.personOfRow(records.size());
    List<Map<Integer, Double>> evidence = new ArrayList<>(persons.members().length);
    for (int i = 0; i < persons.members().length; i++) {
      evidence.add(Map.of());
    }
    for (int pair = 0; pair < links.pairs(); pair++) {
      int a = links.rowA()[pair];
      int b = links.rowB()[pair];
      if (personOfRow[a] != personOfRow[b]) {
        note(evidence, personOfRow[a], b, links.probability()[pair]);
        note(evidence, personOfRow[b], a, links.probability()[pair]);
      }
    }
    for (int person = 0; person < evidence.size(); person++) {
      int size = persons.members()[person].length;
      if (!evidence.get(person).isEmpty()) {
        evidence.get(person).replaceAll((row, bits) -> probability(row, bits / size, personOfRow));
      }
    }
    return evidence;
  }

  /** Adds what a pair says beyond the faintest evidence that is kept. */
  private void note(List<Map<Integer, Double>> evidence, int person, int row, double probability) {
    if (!(records.get(row).details() instanceof Details.Insurance)) {
      return;
    }
    if (evidence.get(person).isEmpty()) {
      evidence.set(person, new TreeMap<>());
    }
    double bounded = Math.min(Math.max(probability, keepAbove()), 1 - keepAbove());
    evidence.get(person).merge(row, bits(bounded) - bits(keepAbove()), Double::sum);
  }

  private double keepAbove() {
    return run.settings().linkage().keepAbove();
  }

  private static double bits(double probability) {
    return Math.log(probability / (1 - probability)) / Math.log(2);
  }

  /**
   * How likely a record is to be a person's: by the mean evidence of all the person's records, as
   * clusters are built, where a pair that was not kept counts as the faintest that would be. A
   * record that surely belongs with others' records cannot be this person's too: it is at most as
   * likely this person's as it is unlikely theirs.
   */
  private double probability(int row, double meanBitsAboveFaintest, int[] personOfRow) {
    double possible = 1 / (1 + Math.pow(2, -(meanBitsAboveFaintest + bits(keepAbove()))));
    boolean alone = persons.members()[personOfRow[row]].length == 1;
    return alone ? possible : Math.min(possible, 1 - links.membership()[row]);
  }
}
