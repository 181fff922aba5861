package org.baophu.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.baophu.generate.Clerk.Written;
import org.baophu.generate.PlaceText.Form;
import org.baophu.generate.PlaceText.NamedIn;
import org.baophu.intake.InputKind;

/**
 * The rows of one register, until all are made and can be shuffled. About 250 bytes a row, so that
 * a million people fit into half a gigabyte.
 */
final class Pile {
  private static final String SEPARATOR = "\u001F";

  private final InputKind kind;
  private final List<Kept> rows = new ArrayList<>();

  /** A row and the truth about it. */
  record Kept(
      byte[] cells,
      int person,
      String communeCode,
      NamedIn namedIn,
      Form form,
      boolean isDecidable) {
    /** The cells, with the record_id in the first. */
    List<String> cells(String recordId) {
      String[] texts = new String(cells, StandardCharsets.UTF_8).split(SEPARATOR, -1);
      texts[0] = recordId;
      return List.of(texts);
    }
  }

  Pile(InputKind kind) {
    this.kind = kind;
  }

  InputKind kind() {
    return kind;
  }

  void add(Written written, int person) {
    PlaceText place = written.place();
    rows.add(
        new Kept(
            String.join(SEPARATOR, written.cells()).getBytes(StandardCharsets.UTF_8),
            person,
            place.truth().code(),
            place.namedIn(),
            place.form(),
            place.isDecidable()));
  }

  void shuffle(Dice dice) {
    for (int i = rows.size() - 1; i > 0; i--) {
      Collections.swap(rows, i, dice.below(i + 1));
    }
  }

  List<Kept> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** The record_id of the row at that place in the file: it tells nothing but the place. */
  String recordId(int index) {
    String number = Integer.toString(index + 1);
    String letter = kind.prefix().substring(0, 1).toUpperCase(Locale.ROOT);
    return letter + "0".repeat(Math.max(0, 8 - number.length())) + number;
  }
}
