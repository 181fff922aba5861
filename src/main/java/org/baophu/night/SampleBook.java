package org.baophu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.night.SampleMemory.KeptAnswer;
import org.baophu.night.SampleMemory.PastDraw;
import org.baophu.sample.Answer;
import org.baophu.sample.Checked;
import org.baophu.sample.Said;
import org.baophu.standard.AnswerRow;
import org.jspecify.annotations.Nullable;

/**
 * The audit samples of the nights that count, with what clerks answered.
 *
 * <p>An answer is about a person as their records stood when they were drawn: it counts for every
 * draw of that person with the same records. The latest {@code checked_on} wins; answers of the
 * same day that differ contradict each other, and none of them counts.
 *
 * @param asked every draw of the nights that count, with its answer; {@link Answer#NONE} where
 *     there is none
 * @param ended the same of nights that no longer count, as far as the store still knows them: those
 *     that counted last night
 * @param fresh answers that came tonight for the first time
 * @param issues what is wrong with tonight's answers
 */
record SampleBook(
    List<Asked> asked, List<Asked> ended, List<KeptAnswer> fresh, List<DataIssue> issues) {
  private static final Settled NOTHING = new Settled(Answer.NONE, null);

  SampleBook {
    asked = List.copyOf(asked);
    ended = List.copyOf(ended);
    fresh = List.copyOf(fresh);
    issues = List.copyOf(issues);
  }

  /**
   * A draw and what was answered.
   *
   * @param on the day of the check; null where not stated
   */
  record Asked(PastDraw draw, Answer answer, @Nullable LocalDate on) {}

  private record Settled(Answer answer, @Nullable LocalDate on) {}

  /** The same person with the same records. */
  private record Subject(String personId, long evidence) {
    static Subject of(PastDraw draw) {
      return new Subject(draw.personId(), draw.evidence());
    }
  }

  /**
   * The book of a night.
   *
   * @param days for how many days an answer counts
   * @param rows tonight's answers, which may repeat those of earlier nights
   */
  static SampleBook of(LocalDate date, int days, SampleMemory memory, List<AnswerRow> rows) {
    List<PastDraw> draws =
        memory.draws().stream().filter(draw -> !draw.date().isAfter(date)).toList();
    Matching matching = new Matching(draws, memory);
    rows.stream().filter(row -> !row.isEmpty()).forEach(matching::add);
    Map<Subject, Settled> answers = matching.settle();
    Map<Boolean, List<Asked>> counting =
        draws.stream()
            .map(draw -> asked(draw, answers.getOrDefault(Subject.of(draw), NOTHING)))
            .collect(Collectors.partitioningBy(a -> a.draw().date().isAfter(date.minusDays(days))));
    return new SampleBook(
        counting.getOrDefault(true, List.of()),
        counting.getOrDefault(false, List.of()),
        matching.fresh,
        matching.issues);
  }

  private static Asked asked(PastDraw draw, Settled settled) {
    return new Asked(draw, settled.answer(), settled.on());
  }

  /**
   * The draws that are estimated from: of a date only those of its last run, since all runs of a
   * date draw by the same chance, and none of tonight's date.
   */
  List<Checked> forEstimate(LocalDate tonight) {
    Map<LocalDate, Long> last = new TreeMap<>();
    asked.forEach(a -> last.merge(a.draw().date(), a.draw().runNo(), Long::max));
    return asked.stream()
        .filter(a -> !a.draw().date().equals(tonight))
        .filter(a -> last.getOrDefault(a.draw().date(), 0L) == a.draw().runNo())
        .map(a -> new Checked(a.draw().drawn(), a.answer()))
        .toList();
  }

  /** Finds out about whom the answers are, and which of them count. */
  private static final class Matching {
    private final Map<String, PastDraw> draws = new HashMap<>();
    private final Map<String, PastDraw> drawsByHeir = new HashMap<>();
    private final Map<Subject, Set<KeptAnswer>> answers = new LinkedHashMap<>();
    private final Map<Subject, List<AnswerRow>> rows = new LinkedHashMap<>();
    private final Set<KeptAnswer> known;
    private final Set<KeptAnswer> seen = new HashSet<>();
    private final List<KeptAnswer> fresh = new ArrayList<>();
    private final List<DataIssue> issues = new ArrayList<>();

    Matching(List<PastDraw> counting, SampleMemory memory) {
      for (PastDraw draw : counting) {
        draws.put(key(draw.runKey(), draw.personId()), draw);
        drawsByHeir.put(key(draw.runKey(), heir(draw.personId(), memory.heirs())), draw);
      }
      known = Set.copyOf(memory.answers());
      for (KeptAnswer answer : memory.answers()) {
        find(answer.runKey(), answer.personId()).ifPresent(draw -> take(draw, answer));
      }
    }

    private static String key(String runKey, String personId) {
      return runKey + ' ' + personId;
    }

    private Optional<PastDraw> find(String runKey, String personId) {
      String key = key(runKey, personId);
      return Optional.ofNullable(draws.getOrDefault(key, drawsByHeir.get(key)));
    }

    private void take(PastDraw draw, KeptAnswer answer) {
      answers.computeIfAbsent(Subject.of(draw), s -> new LinkedHashSet<>()).add(answer);
    }

    void add(AnswerRow row) {
      Optional<PastDraw> draw = find(row.runId(), row.personId());
      if (draw.isEmpty()) {
        issues.add(issue(row, "person_id", row.personId(), Problem.PERSON_NOT_ASKED, row.runId()));
        return;
      }
      KeptAnswer answer =
          new KeptAnswer(
              row.runId(), draw.get().personId(), answer(row), row.checkedBy(), row.checkedOn());
      if (!seen.add(answer)) {
        issues.add(issue(row, "person_id", row.personId(), Problem.ANSWER_REPEATED, ""));
        return;
      }
      if (!known.contains(answer)) {
        fresh.add(answer);
      }
      take(draw.get(), answer);
      rows.computeIfAbsent(Subject.of(draw.get()), s -> new ArrayList<>()).add(row);
    }

    private static Answer answer(AnswerRow row) {
      return new Answer(said(row.insured()), said(row.eligible()), row.alsoListedAs().size());
    }

    private static Said said(String word) {
      return switch (word) {
        case "yes" -> Said.YES;
        case "no" -> Said.NO;
        case "unknown" -> Said.UNKNOWN;
        default -> Said.NOTHING;
      };
    }

    Map<Subject, Settled> settle() {
      Map<Subject, Settled> settled = new HashMap<>();
      answers.forEach(
          (subject, all) -> {
            Set<Settled> latest = latest(all);
            if (latest.size() == 1) {
              settled.put(subject, latest.iterator().next());
            } else {
              contradicted(subject);
            }
          });
      return settled;
    }

    /** What was said on the last day on which anything was. */
    private static Set<Settled> latest(Set<KeptAnswer> all) {
      LocalDate last =
          all.stream().map(a -> day(a.checkedOn())).max(Comparator.naturalOrder()).orElseThrow();
      return all.stream()
          .filter(a -> day(a.checkedOn()).equals(last))
          .map(a -> new Settled(a.answer(), a.checkedOn()))
          .collect(Collectors.toSet());
    }

    private static LocalDate day(@Nullable LocalDate stated) {
      return stated == null ? LocalDate.MIN : stated;
    }

    private void contradicted(Subject subject) {
      for (AnswerRow row : rows.getOrDefault(subject, List.of())) {
        issues.add(issue(row, "insured", row.insured(), Problem.ANSWER_CONTRADICTED, "checked_on"));
      }
    }

    private static DataIssue issue(
        AnswerRow row, String column, String value, Problem problem, String detail) {
      return new DataIssue(row.file(), row.row(), column, value, problem, detail);
    }
  }

  /** The id under which a person goes on, as earlier nights know. */
  static String heir(String personId, Map<String, String> heirs) {
    String current = personId;
    Set<String> passed = new HashSet<>();
    while (heirs.containsKey(current) && passed.add(current)) {
      current = heirs.getOrDefault(current, current);
    }
    return current;
  }
}
