package org.baophu.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is looked at before a night is published. The early gates need the files only, so that a bad
 * delivery stops before anything slow is done.
 */
public enum Gate {
  /** Files of a delivery that hold the same bytes as another of their kind. */
  DUPLICATE_FILES(true, Unit.COUNT),
  /** Rows of a kind of file. */
  ROWS(true, Unit.COUNT),
  /** Share of a column's cells that are empty or unreadable, by {@code source.column}. */
  MISSING_VALUES(true, Unit.SHARE),
  /** Share of a source's rows that were rejected. */
  REJECTS(true, Unit.SHARE),
  /** Share of a source's accepted rows whose commune cannot be decided. */
  UNKNOWN_COMMUNES(true, Unit.SHARE),
  /** Share of the province's communes of which a source has at least one record. */
  COMMUNES(true, Unit.SHARE),
  /** Share of the persons with a record in a source that have an insurance record as well. */
  MATCH_RATE(false, Unit.SHARE),
  /** Records of a person, on average. */
  CLUSTER_SIZE(false, Unit.MEAN),
  /** Persons on the list, in {@code all} and by commune code. */
  LIST(false, Unit.COUNT);

  /** What kind of number a gate looks at. */
  public enum Unit {
    COUNT,
    /** In [0,1]. */
    SHARE,
    MEAN
  }

  private final boolean early;
  private final Unit unit;

  Gate(boolean early, Unit unit) {
    this.early = early;
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }

  /** Whether the files alone decide. */
  public boolean isEarly() {
    return early;
  }

  /** As settings, commands and files write it, such as {@code missing_values}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The gate with that code.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Gate of(String code) {
    return Arrays.stream(values())
        .filter(gate -> gate.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no gate "
                        + code
                        + "; there are "
                        + Arrays.stream(values())
                            .map(Gate::code)
                            .collect(Collectors.joining(", "))));
  }
}
