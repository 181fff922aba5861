package org.baophu.link;

import java.util.ArrayList;
import java.util.List;
import org.baophu.link.block.Candidates;
import org.baophu.link.compare.Agreement;
import org.baophu.link.model.Model;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;

/** Explains pairs of one table; preparing it once serves any number of pairs. For one thread. */
public final class Explainer {
  private final Table table;
  private final Model model;
  private final int[] place;
  private final Agreement agreement;
  private final Agreement.Vectors vectors;
  private final Candidates candidates;
  private final Scorer scorer;

  /**
   * Prepares explanations.
   *
   * @throws IllegalArgumentException where the model does not fit the table's fields
   */
  public Explainer(Table table, Model model, LinkSettings settings) {
    this.table = table;
    this.model = model;
    int[] order = table.canonicalOrder();
    this.place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    Table ordered = table.reordered(order);
    this.agreement = Linker.agreement(ordered, model, settings.threads());
    this.vectors = agreement.vectors();
    this.candidates =
        Linker.candidates(ordered, model, Rows.rule(ordered, settings.mode()), settings.threads());
    this.scorer = new Scorer(model);
  }

  /**
   * Why a pair weighs what it weighs.
   *
   * @throws IllegalArgumentException where the rows are no pair of the table's
   */
  public Explanation explain(int rowA, int rowB) {
    if (rowA == rowB || Math.min(rowA, rowB) < 0 || Math.max(rowA, rowB) >= place.length) {
      throw new IllegalArgumentException("not a pair of rows: " + rowA + ", " + rowB);
    }
    int[] vector = new int[agreement.entries()];
    vectors.compare(place[rowA], place[rowB], vector);
    int key = candidates.firstKey(place[rowA], place[rowB]);
    List<Explanation.Part> parts = new ArrayList<>();
    for (int entry = 0; entry < vector.length; entry++) {
      double kindBits = scorer.bitsWithoutTermFrequency(key, entry, vector);
      boolean isField = entry < agreement.fields();
      parts.add(
          new Explanation.Part(
              model.entries().get(entry).name(),
              isField ? table.value(rowA, entry) : table.sources().get(table.source(rowA)),
              isField ? table.value(rowB, entry) : table.sources().get(table.source(rowB)),
              agreement.levels(entry).get(vector[entry]).kind(),
              kindBits,
              scorer.bits(key, entry, vector) - kindBits));
    }
    double evidence = scorer.evidenceBits(key, vector);
    double calibration = scorer.calibrated(evidence) - evidence;
    parts.add(
        new Explanation.Part(
            Explanation.CALIBRATION,
            null,
            null,
            "how often such evidence has proved right",
            calibration,
            0));
    String keyName =
        key < model.keys().size() ? String.join(" + ", model.keys().get(key).parts()) : "none";
    return new Explanation(keyName, scorer.priorBits(key), parts);
  }
}
