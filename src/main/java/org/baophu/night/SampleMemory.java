package org.baophu.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baophu.sample.Answer;
import org.baophu.sample.Drawn;
import org.jspecify.annotations.Nullable;

/**
 * What earlier nights know of audit samples.
 *
 * @param draws whom they drew
 * @param answers what clerks answered
 * @param heirs for every person id that was merged, the id under which the person went on
 */
public record SampleMemory(
    List<PastDraw> draws, List<KeptAnswer> answers, Map<String, String> heirs) {
  public SampleMemory {
    draws = List.copyOf(draws);
    answers = List.copyOf(answers);
    heirs = Map.copyOf(heirs);
  }

  /** Nothing. */
  public static SampleMemory none() {
    return new SampleMemory(List.of(), List.of(), Map.of());
  }

  /**
   * A person who was drawn.
   *
   * @param runKey names the run, as files do; the same for every attempt at it
   * @param date that run's
   * @param evidence equal as long as the person's records say the same of living and insurance
   */
  public record PastDraw(long runNo, String runKey, LocalDate date, Drawn drawn, long evidence) {
    /** The id by which a clerk was asked. */
    String personId() {
      return drawn.unit().personId();
    }
  }

  /**
   * A clerk's answer.
   *
   * @param runKey the run that drew the person
   * @param personId the id by which the clerk was asked
   * @param checkedBy may be empty
   * @param checkedOn null where not stated; such an answer gives way to any dated one
   */
  public record KeptAnswer(
      String runKey,
      String personId,
      Answer answer,
      String checkedBy,
      @Nullable LocalDate checkedOn) {}

  /**
   * What a run adds.
   *
   * @param fresh answers that came with its delivery
   * @param forgetBefore draws of nights before that day, and answers to them, are forgotten
   */
  public record Page(List<PastDraw> drawn, List<KeptAnswer> fresh, LocalDate forgetBefore) {
    public Page {
      drawn = List.copyOf(drawn);
      fresh = List.copyOf(fresh);
    }
  }
}
