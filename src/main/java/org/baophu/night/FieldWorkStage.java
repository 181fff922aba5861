package org.baophu.night;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baophu.advice.Advice;
import org.baophu.advice.Adviser;
import org.baophu.advice.LikelyIncome;
import org.baophu.advice.ProfitShares;
import org.baophu.advice.Rounds;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Rules;
import org.baophu.publish.FieldWork;
import org.baophu.standard.StandardRecord;
import org.baophu.target.Organisation;

/** Works out what collectors take along: advice for every person listed, and who visits whom. */
final class FieldWorkStage {
  private final NightRun run;
  private final List<StandardRecord> records;
  private final Persons persons;

  FieldWorkStage(NightRun run, List<StandardRecord> records, Persons persons) {
    this.run = run;
    this.records = records;
    this.persons = persons;
  }

  /**
   * @param before the points that had a person when they were last listed, by person id
   */
  FieldWork of(
      List<Assessment> assessments, List<Organisation> organisations, Map<String, Round> before) {
    Rules rules = Rules.on(run.date(), run.legalParameters(), run.settings().coverage());
    ProfitShares shares = ProfitShares.shipped();
    Adviser adviser = new Adviser(rules, shares, LikelyIncome.typicalVnd(records, shares));
    Map<String, Advice> advice = new HashMap<>();
    List<Potential> listed =
        assessments.stream().map(Assessment::potential).flatMap(Stream::ofNullable).toList();
    for (int person = 0; person < assessments.size(); person++) {
      Potential row = assessments.get(person).potential();
      if (row != null) {
        advice.put(row.personId(), adviser.advise(row, records(person)));
      }
    }
    Rounds rounds = new Rounds(organisations);
    return new FieldWork(advice, rounds.divide(listed, before), rounds.list());
  }

  private List<StandardRecord> records(int person) {
    return Arrays.stream(persons.members()[person]).mapToObj(records::get).toList();
  }
}
