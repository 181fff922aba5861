package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baophu.intake.InputKind;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRowsTest {
  private final List<DataIssue> issues = new ArrayList<>();

  private @Nullable AnswerRow read(String... cells) {
    Map<String, String> row = new HashMap<>();
    row.put("run_id", "2026-11-01-00ff");
    row.put("person_id", "P0000012");
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return AnswerRows.answer(Rows.row(InputKind.AUDITS, row), issues::add);
  }

  @Test
  void readsWhatClerksWrite() {
    AnswerRow row =
        Objects.requireNonNull(
            read(
                "insured",
                "Không",
                "eligible",
                "có",
                "also_listed_as",
                "P0000099; P0000012;P0000007, P0000099",
                "checked_by",
                "Lan",
                "checked_on",
                "3/11/2026"));

    assertThat(row.insured()).isEqualTo("no");
    assertThat(row.eligible()).isEqualTo("yes");
    // Each once, and not the person's own.
    assertThat(row.alsoListedAs()).containsExactly("P0000007", "P0000099");
    assertThat(row.checkedOn()).isEqualTo(LocalDate.of(2026, 11, 3));
    assertThat(row.isEmpty()).isFalse();
    assertThat(issues).isEmpty();
  }

  @Test
  void whatNobodyFilledInIsNoIssue() {
    assertThat(Objects.requireNonNull(read()).isEmpty()).isTrue();
    assertThat(issues).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "insured, maybe, VALUE_UNKNOWN",
    "eligible, perhaps, VALUE_UNKNOWN",
    "checked_on, soon, VALUE_UNKNOWN",
    "person_id, 12, VALUE_UNKNOWN",
    "person_id, '', VALUE_MISSING",
    "run_id, '', VALUE_MISSING"
  })
  void whatCannotBeReadIsRejectedWithItsColumn(String column, String value, Problem problem) {
    assertThat(read("insured", "yes", column, value)).isNull();
    assertThat(issues)
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.column()).isEqualTo(column);
              assertThat(issue.problem()).isEqualTo(problem);
            });
  }

  @Test
  void anIdThatIsNoneIsLeftOut() {
    AnswerRow row = Objects.requireNonNull(read("insured", "yes", "also_listed_as", "the brother"));

    assertThat(row.alsoListedAs()).isEmpty();
    assertThat(issues).extracting(DataIssue::problem).containsOnly(Problem.VALUE_IGNORED);
  }
}
