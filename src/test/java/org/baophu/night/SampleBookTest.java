package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.night.SampleBook.Asked;
import org.baophu.night.SampleMemory.KeptAnswer;
import org.baophu.night.SampleMemory.PastDraw;
import org.baophu.sample.Answer;
import org.baophu.sample.Band;
import org.baophu.sample.Drawn;
import org.baophu.sample.Said;
import org.baophu.sample.Side;
import org.baophu.sample.Stratum;
import org.baophu.sample.Unit;
import org.baophu.standard.AnswerRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleBookTest {
  private static final LocalDate TONIGHT = LocalDate.of(2026, 11, 20);
  private static final Answer YES = new Answer(Said.YES, Said.NOTHING, 0);
  private static final Answer NO = new Answer(Said.NO, Said.NOTHING, 0);

  private static PastDraw draw(long run, int day, String person, long evidence) {
    Unit unit = new Unit(person, new Stratum(Side.LISTED, Band.SURE), "", 0.9999);
    return new PastDraw(
        run, "run-" + run, LocalDate.of(2026, 11, day), new Drawn(unit, 0.1), evidence);
  }

  private static AnswerRow row(long number, String run, String person, String insured, int day) {
    LocalDate on = day == 0 ? null : LocalDate.of(2026, 11, day);
    return new AnswerRow("audits/a.csv", number, run, person, insured, "", List.of(), "", on);
  }

  private static KeptAnswer kept(String run, String person, Answer answer, @Nullable LocalDate on) {
    return new KeptAnswer(run, person, answer, "", on);
  }

  private static SampleBook book(List<PastDraw> draws, List<KeptAnswer> kept, AnswerRow... rows) {
    return SampleBook.of(
        TONIGHT, 10, new SampleMemory(draws, kept, Map.of("P2", "P3")), List.of(rows));
  }

  private static List<Answer> answers(SampleBook book) {
    return book.asked().stream().map(Asked::answer).toList();
  }

  private static List<String> issues(SampleBook book) {
    return book.issues().stream()
        .map((DataIssue issue) -> issue.row() + " " + issue.problem())
        .toList();
  }

  @Test
  void theLatestDayWinsAndAnUndatedAnswerGivesWay() {
    SampleBook book =
        book(
            List.of(draw(1, 12, "P1", 7)),
            List.of(kept("run-1", "P1", YES, LocalDate.of(2026, 11, 13))),
            row(2, "run-1", "P1", "yes", 0),
            row(3, "run-1", "P1", "no", 14));

    assertThat(answers(book)).containsExactly(NO);
    assertThat(book.fresh()).hasSize(2);
    assertThat(book.issues()).isEmpty();
  }

  @Test
  void answersOfOneDayThatDifferCountForNothing() {
    SampleBook book =
        book(
            List.of(draw(1, 12, "P1", 7)),
            List.of(kept("run-1", "P1", YES, LocalDate.of(2026, 11, 13))),
            row(2, "run-1", "P1", "no", 13));

    assertThat(answers(book)).containsExactly(Answer.NONE);
    assertThat(issues(book)).containsExactly("2 " + Problem.ANSWER_CONTRADICTED);
  }

  @Test
  void aRepeatedAnswerCountsOnceAndOneThatIsKnownIsNotNew() {
    SampleBook book =
        book(
            List.of(draw(1, 12, "P1", 7)),
            List.of(kept("run-1", "P1", YES, null)),
            row(2, "run-1", "P1", "yes", 0),
            row(3, "run-1", "P1", "yes", 0));

    assertThat(book.fresh()).isEmpty();
    assertThat(answers(book)).containsExactly(YES);
    assertThat(issues(book)).containsExactly("3 " + Problem.ANSWER_REPEATED);
  }

  @Test
  void anAnswerCountsForEveryDrawOfThePersonWithTheSameRecords() {
    SampleBook book =
        book(
            List.of(draw(1, 12, "P1", 7), draw(2, 13, "P1", 7), draw(3, 14, "P1", 8)),
            List.of(),
            row(2, "run-2", "P1", "no", 0));

    assertThat(answers(book)).containsExactly(NO, NO, Answer.NONE);
  }

  @Test
  void aPersonIsFoundUnderTheIdThatWentOnAndNobodyElseIs() {
    SampleBook book =
        book(
            List.of(draw(1, 12, "P2", 7)),
            List.of(),
            row(2, "run-1", "P3", "yes", 0),
            row(3, "run-1", "P4", "yes", 0),
            row(4, "run-9", "P2", "yes", 0));

    assertThat(answers(book)).containsExactly(YES);
    assertThat(book.fresh()).extracting(KeptAnswer::personId).containsExactly("P2");
    assertThat(issues(book))
        .containsExactly("3 " + Problem.PERSON_NOT_ASKED, "4 " + Problem.PERSON_NOT_ASKED);
  }

  @Test
  void onlyTheLastRunOfAnEarlierDateIsEstimatedFrom() {
    SampleBook book =
        book(
            List.of(
                draw(1, 10, "P1", 7),
                draw(2, 12, "P1", 7),
                draw(3, 12, "P4", 7),
                draw(4, 20, "P5", 7)),
            List.of(kept("run-1", "P1", YES, null)));

    assertThat(book.ended()).extracting(a -> a.draw().runNo()).containsExactly(1L);
    assertThat(book.forEstimate(TONIGHT))
        .extracting(c -> c.drawn().unit().personId())
        .containsExactly("P4");
  }
}
