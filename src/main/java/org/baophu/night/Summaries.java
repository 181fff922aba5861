package org.baophu.night;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Route;
import org.baophu.coverage.Standing;
import org.baophu.person.Commune;
import org.baophu.person.Source;
import org.baophu.publish.CommuneSummary;
import org.baophu.standard.StandardRecord;

/** Counts by commune. A record counts where its person lives, so that all columns speak of one. */
final class Summaries {
  private final Map<String, Counts> counts = new TreeMap<>();

  private Summaries(List<Commune> communes) {
    communes.forEach(commune -> counts.put(commune.code(), new Counts()));
  }

  static List<CommuneSummary> of(
      List<Commune> communes,
      List<StandardRecord> records,
      Persons persons,
      List<Assessment> assessments,
      List<ReviewCandidate> review) {
    Summaries summaries = new Summaries(communes);
    for (int person = 0; person < assessments.size(); person++) {
      Counts there = summaries.at(assessments.get(person).communeCode());
      there.count(assessments.get(person));
      for (int row : persons.members()[person]) {
        there.records.merge(records.get(row).key().source(), 1L, Long::sum);
      }
    }
    int[] personOfRow = persons.personOfRow(records.size());
    for (ReviewCandidate pair : review) {
      Set<String> touched = new HashSet<>();
      touched.add(assessments.get(personOfRow[pair.rowA()]).communeCode());
      touched.add(assessments.get(personOfRow[pair.rowB()]).communeCode());
      touched.forEach(code -> summaries.at(code).inReview++);
    }
    return summaries.list();
  }

  private Counts at(String code) {
    return counts.computeIfAbsent(code, unknown -> new Counts());
  }

  private List<CommuneSummary> list() {
    List<CommuneSummary> list = new ArrayList<>();
    counts.forEach(
        (code, there) ->
            list.add(
                new CommuneSummary(
                    code,
                    there.records,
                    there.persons,
                    there.insured,
                    there.potential,
                    there.inReview)));
    return list;
  }

  private static final class Counts {
    private final Map<Source, Long> records = new EnumMap<>(Source.class);
    private final Map<Route, Long> potential = new EnumMap<>(Route.class);
    private long persons;
    private long insured;
    private long inReview;

    private void count(Assessment assessment) {
      persons++;
      insured += assessment.standing() == Standing.INSURED ? 1 : 0;
      Potential row = assessment.potential();
      if (row != null) {
        potential.merge(row.route(), 1L, Long::sum);
      }
    }
  }
}
