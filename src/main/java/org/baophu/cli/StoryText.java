package org.baophu.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.baophu.link.model.Scorer;
import org.jspecify.annotations.Nullable;

/** A pair's story as plain text. */
final class StoryText {
  private StoryText() {}

  static void tell(PairStory story, ExplainTexts texts, PrintWriter out) {
    out.printf(Locale.ROOT, "%s%n%s%n%n", story.title(), story.lead());
    out.printf(
        Locale.ROOT,
        "%9s %9s  %s%n",
        texts.text("head.bits"),
        texts.text("head.sum"),
        texts.text("head.evidence"));
    for (PairStory.Step step : story.steps()) {
      out.printf(
          Locale.ROOT,
          "%9s %9s  %s: %s%s%s%n",
          texts.bits(step.bits()),
          texts.bits(step.sum()),
          step.field(),
          step.level(),
          step.rarity().isEmpty() ? "" : " (" + step.rarity() + ")",
          values(step));
    }
    out.printf(
        Locale.ROOT,
        "%9s %9s  %s: %s%n",
        "=",
        texts.bits(story.weightBits()),
        texts.text("total"),
        texts.text(
            "total.text",
            texts.probability(Scorer.probability(story.weightBits())),
            texts.bits(story.thresholdBits())));
    out.printf(Locale.ROOT, "%n%s%n", texts.text("clustering"));
    story.clustering().forEach(sentence -> out.println("  " + sentence));
    out.printf(Locale.ROOT, "%n%s%n", texts.text("why"));
    story.why().forEach(sentence -> out.println("  " + sentence));
  }

  private static String values(PairStory.Step step) {
    return step.valueA() == null && step.valueB() == null
        ? ""
        : "  [" + shown(step.valueA()) + " | " + shown(step.valueB()) + "]";
  }

  private static String shown(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
