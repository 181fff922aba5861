package org.baophu.sample;

/**
 * A person who was drawn.
 *
 * @param unit as they stood on that night
 * @param inclusion the probability with which they were drawn, in (0,1]
 */
public record Drawn(Unit unit, double inclusion) {
  public Drawn {
    if (!(inclusion > 0 && inclusion <= 1)) {
      throw new IllegalArgumentException(
          "inclusion probability " + inclusion + ", not within (0,1]");
    }
  }
}
