package org.baophu.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Coverage;
import org.baophu.coverage.InsuredCandidate;
import org.baophu.coverage.PersonFile;
import org.baophu.coverage.Rules;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/** Says of every person whether they are insured, and if not, whether they could join. */
final class AssessStage {
  private final NightRun run;
  private final List<StandardRecord> records;
  private final Links links;
  private final Persons persons;

  AssessStage(NightRun run, List<StandardRecord> records, Links links, Persons persons) {
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
    Coverage coverage = new Coverage();
    List<Map<Integer, Double>> candidates = candidates();
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
   * Probability that somebody who earns a living and whose insurance was not found is insured all
   * the same, because the two records were never compared. By Bayes' rule from the share s of true
   * pairs that are missed and the odds o of being insured among those who earn: s·o / (1 + s·o).
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
    double missed = links.missShare() * insured / uninsured;
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
    List<Map<Integer, Double>> candidates = new ArrayList<>(persons.members().length);
    for (int i = 0; i < persons.members().length; i++) {
      candidates.add(Map.of());
    }
    for (int pair = 0; pair < links.pairs(); pair++) {
      int a = links.rowA()[pair];
      int b = links.rowB()[pair];
      if (personOfRow[a] != personOfRow[b]) {
        note(candidates, personOfRow[a], b, personOfRow[b], links.probability()[pair]);
        note(candidates, personOfRow[b], a, personOfRow[a], links.probability()[pair]);
      }
    }
    return candidates;
  }

  /**
   * Notes a possible match. An insurance record that surely belongs with others' records cannot be
   * this person's too, however alike the two look: it is at most as likely this person's as it is
   * unlikely theirs.
   */
  private void note(
      List<Map<Integer, Double>> candidates, int person, int row, int holder, double probability) {
    if (!(records.get(row).details() instanceof Details.Insurance)) {
      return;
    }
    boolean alone = persons.members()[holder].length == 1;
    double bound = alone ? 1 : 1 - links.membership()[row];
    double possible = Math.min(probability, bound);
    if (candidates.get(person).isEmpty()) {
      candidates.set(person, new TreeMap<>());
    }
    candidates.get(person).merge(row, possible, Math::max);
  }
}
