package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.baophu.link.block.Candidates;
import org.baophu.link.block.PairRule;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringTest {
  private static final LinkSettings SETTINGS = LinkSettings.defaults().withThreads(2);
  private static final PairRule ANY = (a, b) -> true;

  private final Table table = new Sample(400, 5).table();
  private final Linking linking =
      Linker.learn(table, SETTINGS, Constraints.none(), Progress.none()).linking();

  @ParameterizedTest
  @ValueSource(doubles = {-1_000, -12, -3, 0, 8, 25})
  void givesUpNoPairThatWouldReachTheLeastEvidence(double least) {
    Candidates candidates = linking.trained().candidates();
    Scoring scoring =
        new Scoring(
            linking.agreement(), candidates::firstKey, new Scorer(linking.trained().model()), ANY);
    Scoring.Evidence evidence = scoring.evidence();
    List<String> expected = new ArrayList<>();
    for (int a = 0; a < table.size(); a++) {
      for (int b = a + 1; b < table.size(); b++) {
        boolean isCandidate = candidates.firstKey(a, b) < linking.trained().model().keys().size();
        if (isCandidate && evidence.bits(a, b) >= least) {
          expected.add(a + " " + b + ": " + evidence.bits(a, b));
        }
      }
    }

    ScoredPairs pairs = scoring.all(candidates, least, 2).pairs();

    List<String> kept = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      kept.add(pairs.rowA(pair) + " " + pairs.rowB(pair) + ": " + pairs.weightBits(pair));
    }
    assertThat(kept).isEqualTo(expected).isNotEmpty();
  }
}
