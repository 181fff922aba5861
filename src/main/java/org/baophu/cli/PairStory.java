package org.baophu.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baophu.link.Explanation;
import org.baophu.link.GroupEvidence;
import org.baophu.link.PairScore;
import org.baophu.link.model.Scorer;
import org.baophu.night.ExplainedRun;
import org.jspecify.annotations.Nullable;

/**
 * A pair told in one language: its evidence step by step, what clustering did with it, and why it
 * does not weigh more.
 *
 * @param title the two records
 * @param lead the outcome in a sentence
 * @param steps the prior, then each part of the evidence
 * @param weightBits the match weight, to which the steps sum
 * @param thresholdBits the match weight from which a pair speaks for a match
 * @param clustering sentences
 * @param why sentences
 */
record PairStory(
    String nameA,
    String nameB,
    String title,
    String lead,
    List<Step> steps,
    double weightBits,
    double thresholdBits,
    List<String> clustering,
    List<String> why) {
  private static final int MEMBERS_NAMED = 12;

  /** By part that is no field what says in words that it takes bits away. */
  private static final Map<String, String> TAKE_AWAY =
      Map.of(
          Explanation.RELATIVES, "relatives",
          Explanation.CALIBRATION, "calibration",
          Explanation.THIRD_RECORDS, "third",
          Explanation.DECISIONS, "decisions");

  /**
   * One step of the sum.
   *
   * @param rarity in words, empty where it plays no part
   * @param sum of the bits up to here
   */
  record Step(
      String field,
      String level,
      String rarity,
      double bits,
      double sum,
      @Nullable String valueA,
      @Nullable String valueB) {}

  /** Tells a pair of rows. */
  static PairStory of(Linked linked, int rowA, int rowB, ExplainTexts texts) {
    return new Telling(linked, rowA, rowB, texts).story();
  }

  /** Whether the weight reaches the threshold. */
  boolean reaches() {
    return weightBits >= thresholdBits;
  }

  private static final class Telling {
    private final Linked linked;
    private final int rowA;
    private final int rowB;
    private final ExplainTexts texts;
    private final Explanation evidence;
    private final PairScore score;
    private final double threshold;

    Telling(Linked linked, int rowA, int rowB, ExplainTexts texts) {
      this.linked = linked;
      this.rowA = rowA;
      this.rowB = rowB;
      this.texts = texts;
      this.evidence = linked.explainer().explain(rowA, rowB);
      this.score = linked.explainer().score(rowA, rowB);
      this.threshold = Scorer.weight(linked.threshold());
    }

    PairStory story() {
      String nameA = linked.name(rowA);
      String nameB = linked.name(rowB);
      double weight = evidence.weightBits();
      String lead =
          texts.text(
              weight >= threshold ? "lead.over" : "lead.under",
              texts.probability(evidence.probability()),
              texts.bits(weight),
              texts.bits(threshold));
      return new PairStory(
          nameA,
          nameB,
          texts.text("title", nameA, nameB),
          lead,
          steps(),
          weight,
          threshold,
          clustering(),
          why());
    }

    private List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      double sum = evidence.priorBits();
      String prior =
          evidence.blockingKey().equals(Explanation.NO_KEY)
              ? texts.text("prior.none")
              : texts.text("prior.key", evidence.blockingKey());
      steps.add(new Step(texts.text("prior"), prior, "", sum, sum, null, null));
      for (Explanation.Part part : evidence.parts()) {
        sum += part.bits();
        // A class of rarity spans a factor of four; its geometric middle stands for it.
        String rarity =
            part.rarity() < 0
                ? ""
                : texts.text("rarity", texts.count(2 * Math.pow(4, part.rarity())));
        steps.add(
            new Step(
                part.field(),
                texts.level(part.level()),
                rarity,
                part.bits(),
                sum,
                part.valueA(),
                part.valueB()));
      }
      return steps;
    }

    private List<String> why() {
      List<String> why = new ArrayList<>();
      boolean reaches = evidence.weightBits() >= threshold;
      boolean anyLifts = false;
      for (Explanation.Shortfall shortfall : evidence.shortfalls()) {
        boolean lifts = !reaches && shortfall.weightThen() >= threshold;
        anyLifts |= lifts;
        why.add(sentence(shortfall) + (lifts ? " " + texts.text("lifts") : ""));
      }
      if (why.isEmpty()) {
        why.add(texts.text("nothing"));
      } else if (!reaches && !anyLifts) {
        why.add(texts.text("none.lifts"));
      }
      for (Explanation.Part part : evidence.parts()) {
        String reason = TAKE_AWAY.get(part.field());
        if (reason != null && part.bits() <= -0.05) {
          why.add(texts.text(reason, texts.about(part.bits())));
        }
      }
      return why;
    }

    private String sentence(Explanation.Shortfall shortfall) {
      String gain = texts.about(shortfall.gainBits());
      if (shortfall.missing() > 0) {
        String key = shortfall.missing() == 1 ? "missing.one" : "missing.both";
        return texts.text(key, shortfall.field(), gain);
      }
      String level =
          evidence.parts().stream()
              .filter(part -> part.field().equals(shortfall.field()))
              .map(part -> texts.level(part.level()))
              .findFirst()
              .orElseThrow();
      return shortfall.bits() < 0
          ? texts.text("cost", shortfall.field(), level, texts.about(shortfall.bits()), gain)
          : texts.text("short", shortfall.field(), level, texts.about(shortfall.bits()), gain);
    }

    private List<String> clustering() {
      int groupA = linked.groups()[rowA];
      int groupB = linked.groups()[rowB];
      if (groupA < 0 || groupB < 0) {
        String name = linked.name(groupA < 0 ? rowA : rowB);
        return List.of(name + ": " + texts.text("unknown") + ".");
      }
      List<String> told = new ArrayList<>();
      int[] membersA = members(groupA);
      int[] membersB = members(groupB);
      if (groupA == groupB) {
        told.add(texts.text("together", linked.groupName().apply(rowA), names(membersA)));
      } else {
        told.add(texts.text("apart", linked.groupName().apply(rowA), names(membersA)));
        told.add(texts.text("apart.other", linked.groupName().apply(rowB), names(membersB)));
      }
      double sureA = linked.membership().applyAsDouble(rowA);
      double sureB = linked.membership().applyAsDouble(rowB);
      if (!Double.isNaN(sureA) && !Double.isNaN(sureB)) {
        told.add(texts.text("membership", texts.probability(sureA), texts.probability(sureB)));
      }
      if (!linked.explainer().allows(rowA, rowB)) {
        told.add(texts.text("mode", linked.source(rowA), linked.source(rowB)));
      } else if (!score.isCompared()) {
        told.add(texts.text("never"));
      }
      if (groupA == groupB) {
        tellTogether(told, membersA);
      } else {
        tellApart(told, membersA, membersB);
      }
      return told;
    }

    private void tellTogether(List<String> told, int[] members) {
      boolean anyEnough = false;
      for (int row : new int[] {rowA, rowB}) {
        int[] rest = Arrays.stream(members).filter(other -> other != row).toArray();
        GroupEvidence between = linked.explainer().between(new int[] {row}, rest);
        anyEnough |= between.isEnough();
        if (!Double.isNaN(between.meanBits())) {
          told.add(
              texts.text(
                  "rest",
                  linked.name(row),
                  texts.bits(between.meanBits()),
                  texts.bits(between.askedBits())));
        }
      }
      boolean bound = tellBindings(told, members, members);
      boolean alone = evidence.weightBits() >= threshold && score.isCompared();
      if (!alone && members.length > 2) {
        told.add(texts.text("joined_by_others"));
      } else if (!alone && !anyEnough && !bound) {
        told.add(texts.text("must"));
      }
    }

    private void tellApart(List<String> told, int[] membersA, int[] membersB) {
      GroupEvidence between = linked.explainer().between(membersA, membersB);
      if (!Double.isNaN(between.meanBits())) {
        told.add(
            texts.text("between", texts.bits(between.meanBits()), texts.bits(between.askedBits())));
      }
      String shared = linked.oneToOne() ? sharedSources(membersA, membersB) : "";
      if (!shared.isEmpty()) {
        told.add(texts.text("one_to_one", shared));
      }
      boolean bound = tellBindings(told, membersA, membersB);
      if (shared.isEmpty() && !bound && between.isEnough() && score.isCompared()) {
        told.add(texts.text("enough"));
      }
    }

    /** What outranked the evidence; whether anything of it was applied. */
    private boolean tellBindings(List<String> told, int[] membersA, int[] membersB) {
      Linked.Bindings bindings = linked.bindings();
      if (bindings == null) {
        return false;
      }
      boolean applied = false;
      for (ExplainedRun.Binding binding : bindings.between(membersA, membersB)) {
        applied |= binding.kind() != ExplainedRun.Binding.Kind.CONTRADICTED;
        told.add(
            texts.text(
                "bound." + binding.kind().name().toLowerCase(Locale.ROOT),
                linked.name(binding.rowA()),
                linked.name(binding.rowB()),
                decision(binding)));
      }
      return applied;
    }

    /** Who decided, when and why, as far as it is known. */
    private static String decision(ExplainedRun.Binding binding) {
      String who =
          Stream.of(binding.decidedBy(), binding.decidedOn(), binding.note())
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(", "));
      return who.isEmpty() ? "" : " (" + who + ")";
    }

    private String sharedSources(int[] membersA, int[] membersB) {
      return Arrays.stream(membersA)
          .mapToObj(linked::source)
          .filter(
              source -> Arrays.stream(membersB).mapToObj(linked::source).anyMatch(source::equals))
          .distinct()
          .sorted()
          .collect(Collectors.joining(", "));
    }

    private int[] members(int group) {
      return IntStream.range(0, linked.groups().length)
          .filter(row -> linked.groups()[row] == group)
          .toArray();
    }

    private String names(int[] members) {
      String named =
          Arrays.stream(members)
              .limit(MEMBERS_NAMED)
              .mapToObj(linked::name)
              .collect(Collectors.joining(", "));
      return members.length > MEMBERS_NAMED
          ? named + " " + texts.text("more", texts.count(members.length - MEMBERS_NAMED))
          : named;
    }
  }
}
