package org.baophu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.baophu.link.PairScore;
import org.baophu.link.evaluate.Judge;
import org.baophu.link.evaluate.Losses;
import org.baophu.link.evaluate.Miss;
import org.baophu.link.evaluate.Reliability;
import org.baophu.link.model.Scorer;

/** Says where a clustering loses, and whether its probabilities hold; by id, never by value. */
final class LossReport {
  private final Linked linked;
  private final PrintWriter out;

  LossReport(Linked linked, PrintWriter out) {
    this.linked = linked;
    this.out = out;
  }

  /** Records of the truth, by index: their names, and where they are. */
  interface Records {
    String source(int record);

    String name(int record);

    /** The row of the table, -1 where it has none. */
    int row(int record);

    /** The record of a row of the table, -1 where the truth lacks it. */
    int record(int row);
  }

  void tell(int[] clusters, int[] entities, Records records, Losses.SourcePairs pairs)
      throws IOException {
    Losses losses =
        Losses.of(
            clusters,
            entities,
            records::source,
            pairs,
            records::name,
            (a, b) -> judge(records.row(a), records.row(b)),
            Scorer.weight(linked.threshold()));
    tellWhole(losses);
    tellSources(losses);
    tellExamples(losses, records);
    tellReliability(entities, records, pairs);
  }

  private static String name(Miss miss) {
    return switch (miss) {
      case NEVER_COMPARED -> "never compared";
      case SCORED_TOO_LOW -> "scored too low";
      case CLUSTERED_WRONGLY -> "clustered wrongly";
      case SCORED_TOO_HIGH -> "scored too high";
      case JOINED_BY_CLUSTERING -> "joined by clustering";
    };
  }

  private Judge.Verdict judge(int rowA, int rowB) {
    if (rowA < 0 || rowB < 0) {
      return Judge.Verdict.absent();
    }
    PairScore score = linked.explainer().score(rowA, rowB);
    return new Judge.Verdict(true, score.isCompared(), score.blockingKey(), score.evidenceBits());
  }

  private void tellWhole(Losses losses) {
    Losses.Counts all = losses.all();
    line("");
    line(
        "where the loss comes from (threshold %.4g, that is a match weight of %.2f bits)",
        linked.threshold(), Scorer.weight(linked.threshold()));
    line("%-32s %12s %14s %14s", "true pairs apart", "pairs", "of the missed", "recall lost");
    long missed = all.truePairs() - all.rightPairs();
    for (Miss miss : Miss.values()) {
      if (miss.isTruePair()) {
        tell(name(miss), all.of(miss), missed, all.truePairs());
      }
    }
    tell("together", missed, missed, all.truePairs());
    if (losses.unreachedHigh() > 0) {
      line(
          "  %,d of those never compared would have reached the threshold", losses.unreachedHigh());
    }
    if (losses.absentPairs() > 0) {
      line(
          "  %,d of those never compared have a record that the tables lack", losses.absentPairs());
    }
    line("%-32s %12s %14s %14s", "false pairs together", "pairs", "of the wrong", "precision lost");
    long wrong = all.foundPairs() - all.rightPairs();
    for (Miss miss : Miss.values()) {
      if (!miss.isTruePair()) {
        tell(name(miss), all.of(miss), wrong, all.foundPairs());
      }
    }
    tell("together", wrong, wrong, all.foundPairs());
  }

  private void tell(String name, long count, long wrong, long whole) {
    line(
        "  %-30s %,12d %13.1f%% %13.3f%%",
        name, count, 100 * share(count, wrong), 100 * share(count, whole));
  }

  private static double share(long count, long of) {
    return of == 0 ? 0 : (double) count / of;
  }

  private void tellSources(Losses losses) {
    line("");
    line(
        "%-28s %10s %10s %10s %10s %10s | %10s %10s %10s",
        "by pair of sources",
        "true",
        "right",
        "not comp.",
        "too low",
        "clustered",
        "found",
        "too high",
        "joined");
    losses.bySources().forEach((name, counts) -> tellSource(name, counts));
    tellSource("all", losses.all());
  }

  private void tellSource(String name, Losses.Counts counts) {
    line(
        "%-28s %,10d %,10d %,10d %,10d %,10d | %,10d %,10d %,10d",
        name,
        counts.truePairs(),
        counts.rightPairs(),
        counts.of(Miss.NEVER_COMPARED),
        counts.of(Miss.SCORED_TOO_LOW),
        counts.of(Miss.CLUSTERED_WRONGLY),
        counts.foundPairs(),
        counts.of(Miss.SCORED_TOO_HIGH),
        counts.of(Miss.JOINED_BY_CLUSTERING));
  }

  private void tellExamples(Losses losses, LossReport.Records records) {
    line("");
    line("examples (explain says more)");
    losses
        .examples()
        .forEach(
            (miss, examples) -> {
              for (Losses.Example example : examples) {
                tellExample(miss, example, records);
              }
            });
  }

  private void tellExample(Miss miss, Losses.Example example, Records records) {
    Judge.Verdict verdict = example.verdict();
    String weight =
        verdict.present()
            ? String.format(Locale.ROOT, "%8.2f bits", verdict.weightBits())
            : "not in the tables";
    line(
        "  %-21s %s  %s %s  key: %s",
        name(miss),
        weight,
        records.name(example.recordA()),
        records.name(example.recordB()),
        verdict.blockingKey());
  }

  private void tellReliability(int[] entities, Records records, Losses.SourcePairs pairs)
      throws IOException {
    Reliability reliability = new Reliability();
    linked
        .pairs()
        .each(
            (rowA, rowB, probability) -> {
              int a = records.record(rowA);
              int b = records.record(rowB);
              if (a >= 0 && b >= 0 && pairs.count(records.source(a), records.source(b))) {
                reliability.add(probability, entities[a] == entities[b]);
              }
            });
    line("");
    out.println(BandText.heading("probability", "pairs", "observed"));
    reliability.bands().forEach(band -> out.println(BandText.of(band)));
  }

  private void line(String text, Object... arguments) {
    out.printf(Locale.ROOT, text + "%n", arguments);
  }
}
