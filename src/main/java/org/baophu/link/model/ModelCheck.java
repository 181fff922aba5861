package org.baophu.link.model;

import java.util.List;
import java.util.stream.Stream;
import org.baophu.link.model.Model.EntryModel;
import org.baophu.link.model.Model.KeyModel;
import org.baophu.link.model.Model.LevelModel;
import org.baophu.link.model.Model.Repeated;

/**
 * Whether a model that somebody may have edited, or that was damaged, can be used. One that was
 * learnt always can.
 */
public final class ModelCheck {
  /** Far beyond what decisions can teach. */
  private static final double MOST_TAUGHT = 100;

  private final Model model;

  private ModelCheck(Model model) {
    this.model = model;
  }

  /**
   * Makes sure that all parts are there, fit each other, and lead to finite weights.
   *
   * @throws IllegalArgumentException if not; the message names the part
   */
  public static void require(Model model) {
    ModelCheck check = new ModelCheck(model);
    require(!model.entries().isEmpty(), "entries: there are none");
    positive("expected_matches", model.expectedMatches());
    positive("possible_pairs", model.possiblePairs());
    share("miss_share", model.missShare());
    model.entries().forEach(ModelCheck::requireEntry);
    model.entries().forEach(check::requireRepeated);
    requireNoCircle(model.parents());
    model.keys().forEach(check::requireKey);
    Calibration calibration = model.calibration();
    require(calibration != null, "calibration: it is missing");
    boolean finite =
        Stream.of(calibration.from(), calibration.to(), calibration.cutBits())
            .flatMap(List::stream)
            .allMatch(Double::isFinite);
    require(finite, "calibration: is not finite");
    requireLessons(model);
    check.requireRelatives();
    check.requireSameSource();
    require(new Scorer(model).isFinite(), "some m or u makes a weight infinite");
  }

  private static void requireLessons(Model model) {
    Lessons lessons = model.lessons();
    if (lessons != null) {
      boolean bounded =
          lessons.factors().stream().allMatch(factor -> Math.abs(factor) <= MOST_TAUGHT)
              && Math.abs(lessons.shiftBits()) <= MOST_TAUGHT;
      require(
          bounded && lessons.factors().size() == model.entries().size(),
          "lessons: one factor for each entry is needed, none beyond " + MOST_TAUGHT);
    }
  }

  private void requireRelatives() {
    Model.RelativesModel relatives = model.relatives();
    if (relatives == null) {
      return;
    }
    positive("pairs of relatives", relatives.pairs());
    int entries = model.entries().size();
    require(
        relatives.r().size() == entries && relatives.differing().size() == entries,
        "relatives: one row for each entry is needed");
    for (int entry = 0; entry < entries; entry++) {
      requireShares("r of relatives", relatives.r().get(entry), model.entries().get(entry));
    }
  }

  private void requireSameSource() {
    List<Double> bits = model.sameSourceBits();
    int levels = model.entries().get(model.entries().size() - 1).levels().size();
    boolean fits = bits.isEmpty() || bits.size() == levels;
    require(
        fits && bits.stream().allMatch(own -> Double.isFinite(own) && own <= 0),
        "same_source_bits: one for each level of the last entry is needed, none above 0");
  }

  private static void requireEntry(EntryModel entry) {
    require(entry.name() != null && entry.type() != null, "entries: each needs name and type");
    require(!entry.levels().isEmpty(), "levels of " + entry.name() + ": there are none");
    require(
        entry.statedByOneBits() <= 0 && Double.isFinite(entry.statedByOneBits()),
        "stated_by_one_bits of " + entry.name() + ": " + entry.statedByOneBits() + " is above 0");
    for (LevelModel level : entry.levels()) {
      require(level.kind() != null, "levels of " + entry.name() + ": each needs a kind");
      share("m of " + level.kind() + " of " + entry.name(), level.m());
      share("u of " + level.kind() + " of " + entry.name(), level.u());
    }
  }

  private void requireRepeated(EntryModel entry) {
    Repeated repeats = entry.repeats();
    if (repeats == null) {
      return;
    }
    List<String> names = model.entries().stream().map(EntryModel::name).toList();
    int parent = names.indexOf(repeats.field());
    require(
        parent >= 0 && !entry.name().equals(repeats.field()),
        "repeats of " + entry.name() + ": there is no other field " + repeats.field());
    int rows = model.entries().get(parent).levels().size();
    for (List<List<Double>> shares : List.of(repeats.m(), repeats.u())) {
      require(shares.size() == rows, "repeats of " + entry.name() + ": " + rows + " rows needed");
      shares.forEach(row -> requireRatios("repeats of " + entry.name(), row, entry));
    }
  }

  private static void requireNoCircle(int[] parents) {
    for (int entry : parents) {
      int steps = 0;
      for (int above = entry; above >= 0; above = parents[above]) {
        require(steps++ < parents.length, "repeats: fields depend on each other in a circle");
      }
    }
  }

  private void requireKey(KeyModel key) {
    require(!key.parts().isEmpty(), "keys: each needs parts");
    positive("non_matches of " + key.parts(), key.nonMatches());
    require(
        key.u().size() == model.entries().size(),
        "u of " + key.parts() + ": one row for each entry is needed");
    for (int entry = 0; entry < key.u().size(); entry++) {
      requireShares("u of " + key.parts(), key.u().get(entry), model.entries().get(entry));
    }
  }

  private static void requireShares(String what, List<Double> shares, EntryModel entry) {
    requireRatios(what, shares, entry);
    shares.forEach(share -> share(what, share));
  }

  private static void requireRatios(String what, List<Double> ratios, EntryModel entry) {
    require(
        ratios.size() == entry.levels().size(),
        what + ": " + entry.levels().size() + " numbers are needed for " + entry.name());
    require(
        ratios.stream().allMatch(ratio -> ratio >= 0 && Double.isFinite(ratio)),
        what + ": " + ratios + " are not all at least 0");
  }

  private static void share(String what, double value) {
    require(value >= 0 && value <= 1, what + ": " + value + " is not in [0,1]");
  }

  private static void positive(String what, double value) {
    require(value > 0 && Double.isFinite(value), what + ": " + value + " is not above 0");
  }

  private static void require(boolean fine, String fault) {
    if (!fine) {
      throw new IllegalArgumentException(fault);
    }
  }
}
