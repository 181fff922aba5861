package org.baophu.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baophu.target.Notion;
import org.baophu.target.TargetSettings;
import org.jspecify.annotations.Nullable;

/** What is said about targets, in a file or on the command line, over what holds otherwise. */
final class TargetOptions {
  private static final Set<String> NOTIONS = Set.of("potential", "gap", "capacity");

  private TargetOptions() {}

  /**
   * The settings: what a file states, else what holds otherwise.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  static TargetSettings ofFile(NightFile.Targets stated, TargetSettings or) {
    requireNotNegative("total", stated.total());
    requireNotNegative("max_growth", stated.maxGrowth());
    return of(stated, or);
  }

  /**
   * The settings: what is stated, else what holds otherwise. {@link TargetSettings#NOT_GIVEN} may
   * be stated.
   *
   * @throws IllegalArgumentException if a value is outside its range
   */
  static TargetSettings of(NightFile.Targets stated, TargetSettings or) {
    return new TargetSettings(
        or(stated.total(), or.total()),
        stated.from() == null ? or.from() : TargetSettings.From.of(stated.from()),
        stated.goal() == null ? or.goal() : TargetSettings.Goal.of(stated.goal()),
        stated.notion() == null ? or.notion() : Notion.of(stated.notion()),
        stated.weights() == null ? or.weights() : weights(stated.weights()),
        or(stated.floor(), or.floor()),
        or(stated.maxGrowth(), or.maxGrowth()),
        or(stated.includeUnseen(), or.includeUnseen()));
  }

  /** What is not given is -1 inside, and left out in a file. */
  private static void requireNotNegative(String name, @Nullable Number stated) {
    if (stated != null && stated.doubleValue() < 0) {
      throw new IllegalArgumentException("targets." + name + ": " + stated + " is below 0");
    }
  }

  /** A notion that is not named counts nothing. */
  private static TargetSettings.Weights weights(Map<String, Double> stated) {
    Set<String> unknown = new TreeSet<>(stated.keySet());
    unknown.removeAll(NOTIONS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "targets.weights: " + unknown + " is none of potential, gap and capacity");
    }
    return new TargetSettings.Weights(
        or(stated.get("potential"), 0.0),
        or(stated.get("gap"), 0.0),
        or(stated.get("capacity"), 0.0));
  }

  private static <T> T or(@Nullable T stated, T otherwise) {
    return stated == null ? otherwise : stated;
  }
}
