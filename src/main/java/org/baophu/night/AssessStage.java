package org.baophu.night;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Chances;
import org.baophu.coverage.Coverage;
import org.baophu.coverage.InsuredCandidate;
import org.baophu.coverage.PersonFile;
import org.baophu.coverage.Relatives;
import org.baophu.coverage.ResidenceModel;
import org.baophu.coverage.Rules;
import org.baophu.person.RecordKey;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/** Says of every person whether they are insured, and if not, whether they could join. */
final class AssessStage {
  private final NightRun run;
  private final List<StandardRecord> records;
  private final Certain certain;
  private final Links links;
  private final Persons persons;
  private final Chances chances;
  private final Checks checks;
  private @Nullable ResidenceModel residence;
  private @Nullable List<Map<Integer, Double>> insured;

  /**
   * @param chances how likely people are to join
   * @param checks what clerks found out
   */
  AssessStage(
      NightRun run, List<StandardRecord> records, Certain certain, Chances chances, Checks checks) {
    this.checks = checks;
    this.chances = chances;
    this.run = run;
    this.records = records;
    this.certain = certain;
    this.links = certain.links();
    this.persons = certain.persons();
  }

  /** One assessment for each person, in the persons' order. */
  List<Assessment> assess() {
    Rules rules =
        Rules.on(
            run.date(),
            run.legalParameters(),
            run.settings().coverage().withMissShare(missedInsurance()));
    Coverage coverage = coverage();
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
                                  assess(i, candidates.get(i), run.date(), coverage, rules)))
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
    Coverage coverage = coverage();
    List<Map<Integer, Double>> candidates = insuredCandidates();
    return Arrays.stream(some)
        .mapToObj(person -> assess(person, candidates.get(person), day, coverage, rules))
        .toList();
  }

  private Coverage coverage() {
    return new Coverage(learntResidence(), relatives(), chances, checks.recalibration());
  }

  private Assessment assess(
      int person, Map<Integer, Double> candidates, LocalDate day, Coverage coverage, Rules rules) {
    PersonFile file = file(person, candidates);
    return coverage.assess(file, day, rules, checks.finding(file.person().id()));
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

  private double missedInsurance() {
    return population()
        .missProbability(links.missShare(), run.settings().coverage().belief().undeliveredShare());
  }

  private EarningPopulation population() {
    return EarningPopulation.of(persons, records);
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
    List<Set<RecordKey>> joined =
        certain.groups(person).stream()
            .map(group -> group.stream().map(row -> records.get(row).key()))
            .map(keys -> keys.collect(Collectors.toUnmodifiableSet()))
            .toList();
    return new PersonFile(persons.persons().get(person), own, insured, joined);
  }

  /** For each person the insurance records of others that may be theirs, with the probability. */
  private List<Map<Integer, Double>> candidates() {
    Rivals rivals = new Rivals(persons, records, links, population().sharedWithInsurance());
    List<Map<Integer, Double>> candidates = new ArrayList<>(persons.members().length);
    for (int i = 0; i < persons.members().length; i++) {
      candidates.add(Map.of());
    }
    rivals.forEach(
        (person, other, probability) -> {
          int row = recordInForce(other);
          if (row >= 0) {
            if (candidates.get(person).isEmpty()) {
              candidates.set(person, new TreeMap<>());
            }
            candidates.get(person).put(row, probability);
          }
        });
    return candidates;
  }

  /** The first record in force of a person, -1 where there is none. */
  private int recordInForce(int person) {
    return Arrays.stream(persons.members()[person])
        .filter(row -> isInForce(records.get(row).details()))
        .findFirst()
        .orElse(-1);
  }
}
