package org.baophu.night;

/**
 * What is published beside the lists.
 *
 * @param plannerCopy whether every night leaves what planners need, without persons, under {@code
 *     OUTPUT/planner}
 */
public record PublishSettings(boolean plannerCopy) {
  /** Nothing more. */
  public static PublishSettings defaults() {
    return new PublishSettings(false);
  }
}
