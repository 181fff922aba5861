package org.baophu.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.person.RecordKey;

/** By what rows and texts are known to be of, or to name, a person who is erased. */
final class ErasedPerson {
  /** Stands where a record of the person was named. */
  static final String ERASED = "erased";

  private static final List<String[]> RECORD_COLUMNS =
      List.of(
          new String[] {"source", "record_id"},
          new String[] {"source_a", "id_a"},
          new String[] {"source_b", "id_b"});

  private final Set<String> ids;
  private final Set<String> records;
  private final Pattern named;

  ErasedPerson(Set<String> ids, Set<RecordKey> records) {
    this.ids = Set.copyOf(ids);
    this.records = records.stream().map(RecordKey::toString).collect(Collectors.toSet());
    String any =
        Stream.concat(ids.stream(), this.records.stream())
            .sorted()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    // Not within another id: P1 is not named by P12, nor tax:1 by tax:1.2 or tax:1-2.
    this.named =
        Pattern.compile("(?<![\\p{L}\\p{N}_:#-])(?:" + any + ")(?![\\p{L}\\p{N}_#-]|\\.\\p{N})");
  }

  /**
   * A row without what names the person.
   *
   * @return no cells if the row as a whole is the person's; the same array if it does not name them
   */
  String[] without(String[] headings, String[] cells) {
    if (isTheirs(headings, cells)) {
      return new String[0];
    }
    if (Arrays.stream(cells).noneMatch(this::isNamedIn)) {
      return cells;
    }
    String[] kept = cells.clone();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = withoutNames(kept[i]);
    }
    return kept;
  }

  private boolean isTheirs(String[] headings, String[] cells) {
    List<String> columns = Arrays.asList(headings);
    if (ids.contains(cell(columns, cells, "person_id"))) {
      return true;
    }
    for (String[] pair : RECORD_COLUMNS) {
      if (records.contains(cell(columns, cells, pair[0]) + ":" + cell(columns, cells, pair[1]))) {
        return true;
      }
    }
    // In an older list a record of theirs may stand under another person's id.
    return Stream.of(cell(columns, cells, "sources").split(";")).anyMatch(records::contains);
  }

  private static String cell(List<String> columns, String[] cells, String column) {
    int index = columns.indexOf(column);
    return index < 0 || index >= cells.length ? "" : cells[index];
  }

  boolean isNamedIn(String text) {
    return named.matcher(text).find();
  }

  String withoutNames(String text) {
    return named.matcher(text).replaceAll(ERASED);
  }

  /** Where in a text one of the person's ids stands first from some place on; -1: nowhere. */
  int findId(String text, int from) {
    List<Integer> found = new ArrayList<>();
    for (String id : ids) {
      int at = text.indexOf(id, from);
      if (at >= 0) {
        found.add(at);
      }
    }
    return found.stream().min(Integer::compare).orElse(-1);
  }
}
