package org.baophu.night;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baophu.advice.Advice;
import org.baophu.advice.Adviser;
import org.baophu.advice.LikelyIncome;
import org.baophu.advice.ProfitShares;
import org.baophu.advice.Rounds;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Rules;
import org.baophu.night.FieldBook.Asked;
import org.baophu.publish.FieldWork;
import org.baophu.standard.StandardRecord;

/**
 * Works out what collectors take along (advice for every person listed, and who visits whom), what
 * became of those listed before, and how far the year's targets have come.
 */
final class FieldWorkStage {
  private final NightRun run;
  private final Publishing.Results results;
  private final FieldWork work;
  private final FieldBook.Page page;

  FieldWorkStage(NightRun run, long runNo, Publishing.Results results, NightStore store) {
    this.run = run;
    this.results = results;
    Rounds rounds = new Rounds(results.smallFiles().organisations());
    Map<String, Round> divided =
        rounds.divide(
            results.assessments().stream()
                .map(Assessment::potential)
                .filter(Objects::nonNull)
                .map(Potential.class::cast)
                .toList(),
            results.history().rounds());
    FieldNight night =
        new FieldNight(
            run.date(),
            runNo,
            results.delivered().records(),
            results.persons(),
            results.assessments(),
            results.history());
    night.find(
        divided,
        store::forEachMember,
        results.memory().renumbered(),
        results.checks()::isFoundInsured);
    List<Asked> before = store.fieldBook().asked(run.date().getYear());
    List<Asked> asked = AskedTargets.of(run.date(), runNo, before, results.targets(), night.won());
    work =
        new FieldWork(
            advice(),
            divided,
            rounds.list(),
            results.history().chances(run.date()),
            night.progress(asked));
    page = night.page(asked.equals(before) ? List.of() : asked);
  }

  /** What is published. */
  FieldWork work() {
    return work;
  }

  /** What is stored. */
  FieldBook.Page page() {
    return page;
  }

  private Map<String, Advice> advice() {
    Rules rules = Rules.on(run.date(), run.legalParameters(), run.settings().coverage());
    ProfitShares shares = ProfitShares.shipped();
    List<StandardRecord> records = results.delivered().records();
    Adviser adviser = new Adviser(rules, shares, LikelyIncome.typicalVnd(records, shares));
    Map<String, Advice> advice = new HashMap<>();
    for (int person = 0; person < results.assessments().size(); person++) {
      Potential row = results.assessments().get(person).potential();
      if (row != null) {
        List<StandardRecord> own =
            Arrays.stream(results.persons().members()[person]).mapToObj(records::get).toList();
        advice.put(row.personId(), adviser.advise(row, own));
      }
    }
    return advice;
  }
}
