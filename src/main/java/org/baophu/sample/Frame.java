package org.baophu.sample;

import java.util.List;

/**
 * Tonight's persons with a tax or business record, listed or left out.
 *
 * @param unchecked of whom no answer holds tonight: those who may be drawn
 * @param checked of whom one does
 */
public record Frame(List<Unit> unchecked, List<Known> checked) {
  public Frame {
    unchecked = List.copyOf(unchecked);
    checked = List.copyOf(checked);
  }

  /**
   * Somebody of whom an answer holds.
   *
   * @param error how wrong it is that they stand where they do tonight, in [0,1]
   */
  public record Known(Unit unit, double error) {}
}
