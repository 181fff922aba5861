package org.baophu.night;

import java.util.List;
import org.baophu.gate.Judgement;
import org.baophu.gate.PastNight;

/** What the gates remember of the nights. */
public interface GateMemory {
  /**
   * The numbers of the nights before a run that were published, the latest first. Of several runs
   * for one date the last one counts.
   *
   * @param most how many at most
   */
  List<PastNight> pastNights(long runNo, int most);

  /** Keeps how the numbers of a run were judged; again with the same changes nothing. */
  void keepJudgements(long runNo, List<Judgement> judgements);
}
