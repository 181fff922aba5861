package org.baophu.standard;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk answered about somebody of an audit sample, and where it stands.
 *
 * @param file name of the input file
 * @param row number of the row in it
 * @param runId the run that drew the person
 * @param insured {@code yes}, {@code no}, {@code unknown}, or empty where nothing is said
 * @param eligible the same
 * @param alsoListedAs other person_ids of the same human being, sorted
 * @param checkedBy who checked, or empty
 * @param checkedOn null where not stated
 */
public record AnswerRow(
    String file,
    long row,
    String runId,
    String personId,
    String insured,
    String eligible,
    List<String> alsoListedAs,
    String checkedBy,
    @Nullable LocalDate checkedOn) {
  public AnswerRow {
    alsoListedAs = List.copyOf(alsoListedAs);
  }

  /** Whether nobody has filled the row in yet. */
  public boolean isEmpty() {
    return insured.isEmpty() && eligible.isEmpty();
  }
}
