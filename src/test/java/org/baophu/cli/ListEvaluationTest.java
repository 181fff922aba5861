package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListEvaluationTest {
  @TempDir private Path directory;

  @Test
  void aRowIsThePersonOfMostOfItsRecordsAndCountsOnce() throws IOException {
    Path list =
        Files.writeString(
            directory.resolve("list.csv"),
            "\uFEFFperson_id,p_uninsured,sources\n"
                + "P1,0.9,tax:1;tax:2;insurance:9\n"
                + "P2,0.8,tax:3\n"
                + "P3,1,tax:4\n"
                + "P4,0.5,tax:2\n");
    Path truth = Files.writeString(directory.resolve("truth.csv"), "person_id\nA\nB\nD\n");
    Map<String, String> persons =
        Map.of("tax:1", "A", "tax:2", "A", "insurance:9", "C", "tax:3", "B", "tax:4", "C");

    ListEvaluation evaluation = ListEvaluation.of(list, truth, persons);

    // Right: P1 is A and P2 is B. Wrong: P3 is C, who is not due, and P4 is A once more.
    assertThat(evaluation.listed()).isEqualTo(4);
    assertThat(evaluation.due()).isEqualTo(3);
    assertThat(evaluation.right()).isEqualTo(2);
    assertThat(evaluation.precision()).isEqualTo(0.5);
    assertThat(evaluation.recall()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(evaluation.f1()).isCloseTo(4 / 7.0, within(1e-12));
    assertThat(evaluation.expectedWrong()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void whatTheRightRowsSayIsComparedWhereTheTruthTellsIt() throws IOException {
    Path list =
        Files.writeString(
            directory.resolve("list.csv"),
            "person_id,p_uninsured,sources,route,commune_code,support_group\n"
                + "P1,1,tax:1,voluntary,05977,poor\n"
                + "P2,1,tax:2,voluntary,05978,other\n"
                + "P3,1,tax:3,voluntary,05979,other\n");
    Path truth =
        Files.writeString(
            directory.resolve("truth.csv"),
            "person_id,route,commune_code,support_group\n"
                + "A,voluntary,05977,poor\n"
                + "B,compulsory_owner,05977,ethnic_minority\n");
    Files.writeString(
        directory.resolve("stated.csv"), "person_id,support_stated\nA,true\nB,false\n");
    Map<String, String> persons = Map.of("tax:1", "A", "tax:2", "B", "tax:3", "C");

    assertThat(ListEvaluation.of(list, truth, persons).details())
        .containsExactly(
            new ListEvaluation.Detail("commune", 2, 1),
            new ListEvaluation.Detail("route", 2, 1),
            new ListEvaluation.Detail("support group, where no record states it", 1, 0),
            new ListEvaluation.Detail("support group, where records state it", 1, 1));
  }
}
