package org.baophu.standard;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.baophu.intake.Row;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of audit samples that clerks filled in. A row that nobody filled in yet is read as
 * such and no issue.
 */
public final class AnswerRows {
  private static final Pattern PERSON_ID = Pattern.compile("P\\d{7,18}");

  private static final int LONGEST_NAME = 100;

  private AnswerRows() {}

  /**
   * An answer, or null where the row is rejected; then an issue says why. Without its day, where
   * one is stated, an answer could give way to one that it was to correct: such a row is rejected.
   */
  public static @Nullable AnswerRow answer(Row row, Consumer<DataIssue> issues) {
    Cells cells = new Cells(row, issues);
    Optional<String> run = needed(cells, "run_id", Optional.of(cells.text("run_id")));
    Optional<String> person =
        needed(
            cells,
            "person_id",
            Optional.of(cells.text("person_id")).filter(id -> PERSON_ID.matcher(id).matches()));
    Optional<String> insured = said(cells, "insured");
    Optional<String> eligible = said(cells, "eligible");
    Optional<Optional<LocalDate>> day = day(cells);
    if (run.isEmpty()
        || person.isEmpty()
        || insured.isEmpty()
        || eligible.isEmpty()
        || day.isEmpty()) {
      return null;
    }
    return new AnswerRow(
        row.file(),
        row.number(),
        run.get(),
        person.get(),
        insured.get(),
        eligible.get(),
        others(cells, person.get()),
        shortened(cells.text("checked_by")),
        day.get().orElse(null));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static Optional<String> needed(Cells cells, String column, Optional<String> value) {
    String text = cells.text(column);
    if (value.isEmpty() || text.isEmpty()) {
      cells.reportOpenly(
          column, text, text.isEmpty() ? Problem.VALUE_MISSING : Problem.VALUE_UNKNOWN, "");
      return Optional.empty();
    }
    return value;
  }

  /** Empty within where nothing is said. */
  private static Optional<String> said(Cells cells, String column) {
    String text = cells.text(column);
    return text.isEmpty() ? Optional.of("") : needed(cells, column, Words.YES_NO.find(text));
  }

  private static Optional<Optional<LocalDate>> day(Cells cells) {
    String text = cells.text("checked_on");
    if (Missing.isMissing(text)) {
      return Optional.of(Optional.empty());
    }
    Optional<LocalDate> day = Numbers.parseDay(text);
    if (day.isEmpty()) {
      cells.reportOpenly("checked_on", text, Problem.VALUE_UNKNOWN, "yyyy-MM-dd");
    }
    return day.map(Optional::of);
  }

  private static List<String> others(Cells cells, String person) {
    TreeSet<String> others = new TreeSet<>();
    Arrays.stream(cells.text("also_listed_as").split("[;, ]+"))
        .filter(id -> !id.isEmpty() && !id.equals(person))
        .forEach(
            id -> {
              if (PERSON_ID.matcher(id).matches()) {
                others.add(id);
              } else {
                cells.reportOpenly("also_listed_as", id, Problem.VALUE_IGNORED, "");
              }
            });
    return List.copyOf(others);
  }
}
