package org.baophu.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.baophu.intake.InputKind;

/**
 * Writes a register with a few rows among the good ones that nobody can use. They are copies of
 * good rows with one fault each, and no part of the truth.
 */
final class BrokenRows {
  /** A file is refused where too many of its rows are broken, so small files get fewer. */
  private static final int GOOD_ROWS_PER_BROKEN_ROW = 60;

  private final Pile pile;
  private final RowSink sink;
  private final List<Fault> faults;
  private int written;

  /** What is wrong with a row. */
  enum Fault {
    NAME_MISSING,
    RECORD_ID_REPEATED,
    TOO_FEW_CELLS,
    TOO_MANY_CELLS,
    QUOTE_UNCLOSED,
    SCHEME_UNKNOWN
  }

  BrokenRows(Pile pile, RowSink sink) {
    this.pile = pile;
    this.sink = sink;
    this.faults = faults(pile, sink);
  }

  static List<Fault> faults(Pile pile, RowSink sink) {
    List<Fault> faults = new ArrayList<>(List.of(Fault.NAME_MISSING, Fault.RECORD_ID_REPEATED));
    if (sink instanceof CsvSink) {
      faults.addAll(List.of(Fault.TOO_FEW_CELLS, Fault.TOO_MANY_CELLS, Fault.QUOTE_UNCLOSED));
    }
    if (pile.kind() == InputKind.INSURANCE) {
      faults.add(Fault.SCHEME_UNKNOWN);
    }
    int most = pile.rows().size() / GOOD_ROWS_PER_BROKEN_ROW;
    return faults.subList(0, Math.min(faults.size(), most));
  }

  /** All rows, the broken ones at equal distances and never last. */
  void writeAmong(List<String> headings) throws IOException {
    sink.write(headings);
    int distance = pile.rows().size() / (faults.size() + 1);
    for (int i = 0; i < pile.rows().size(); i++) {
      sink.write(pile.rows().get(i).cells(pile.recordId(i)));
      if (written < faults.size() && i == distance * (written + 1) - 1) {
        writeBroken(faults.get(written), i);
        written++;
      }
    }
  }

  private void writeBroken(Fault fault, int index) throws IOException {
    String newId = pile.recordId(pile.rows().size() + written);
    List<String> cells = new ArrayList<>(pile.rows().get(index).cells(newId));
    int name = column("full_name", "owner_name");
    switch (fault) {
      case NAME_MISSING -> {
        cells.set(name, "");
        sink.write(cells);
      }
      case RECORD_ID_REPEATED -> {
        cells.set(0, pile.recordId(index / 2));
        sink.write(cells);
      }
      case TOO_FEW_CELLS -> sink.write(cells.subList(0, name + 1));
      case TOO_MANY_CELLS -> {
        cells.add(name, "Ông/Bà");
        sink.write(cells);
      }
      case QUOTE_UNCLOSED -> {
        cells.set(name, '"' + cells.get(name));
        writeUnquoted(cells);
      }
      case SCHEME_UNKNOWN -> {
        cells.set(column("scheme", "scheme"), "nhân thọ");
        sink.write(cells);
      }
    }
  }

  private int column(String name, String otherwise) {
    int index = pile.kind().columns().indexOf(name);
    return index < 0 ? pile.kind().columns().indexOf(otherwise) : index;
  }

  private void writeUnquoted(List<String> cells) throws IOException {
    if (sink instanceof CsvSink csv) {
      csv.writeUnquoted(cells);
    }
  }
}
