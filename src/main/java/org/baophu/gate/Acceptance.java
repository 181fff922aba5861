package org.baophu.gate;

/**
 * Somebody takes it on themselves that a number is out of bounds.
 *
 * @param of what the number is of, or {@link Measure#ALL} for everything that the gate looks at
 * @param because why it is right all the same
 * @param by who says so
 */
public record Acceptance(Gate gate, String of, String because, String by) {
  public Acceptance {
    if (because.isBlank() || by.isBlank()) {
      throw new IllegalArgumentException(
          "who accepts gate " + gate.code() + " must say why, and who they are");
    }
  }

  /**
   * @param gateAndPart such as {@code rows}, or {@code rows:tax} for a part of it
   * @throws IllegalArgumentException if there is no such gate, or no reason
   */
  public static Acceptance parse(String gateAndPart, String because, String by) {
    int colon = gateAndPart.indexOf(':');
    return colon < 0
        ? new Acceptance(Gate.of(gateAndPart), Measure.ALL, because, by)
        : new Acceptance(
            Gate.of(gateAndPart.substring(0, colon)),
            gateAndPart.substring(colon + 1),
            because,
            by);
  }

  boolean covers(Measure measure) {
    return gate == measure.gate() && (of.equals(Measure.ALL) || of.equals(measure.of()));
  }
}
