package org.baophu.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which cells of a file's rows make up which canonical column. */
final class ColumnMap {
  private static final String INSTEAD = " | ";
  private static final String JOINED = " + ";

  private final InputKind kind;
  private final List<String> headings;

  /** For each canonical column the cells to look into, the first that is not empty counts. */
  private final int[][] sources;

  /** The column whose cells are joined instead of taken one for the other; -1 if none. */
  private final int joined;

  private final List<String> unused = new ArrayList<>();

  private record Found(int index, Headings.Meaning meaning) {}

  ColumnMap(Headings headings, List<String> found) {
    this.kind = headings.kind();
    this.headings = List.copyOf(found);
    Map<String, List<Found>> byColumn = byColumn(headings);
    this.joined = joinNames(headings, byColumn);
    this.sources = new int[kind.columns().size()][];
    for (int c = 0; c < sources.length; c++) {
      sources[c] =
          byColumn.getOrDefault(kind.columns().get(c), List.of()).stream()
              .mapToInt(Found::index)
              .toArray();
    }
    listUnused();
  }

  /** The headings that are understood; of equal ones only the first. */
  private Map<String, List<Found>> byColumn(Headings meanings) {
    Map<String, List<Found>> byColumn = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < headings.size(); i++) {
      int index = i;
      if (!headings.get(i).isEmpty() && seen.add(Headings.key(headings.get(i)))) {
        meanings
            .find(headings.get(i))
            .ifPresent(
                m ->
                    byColumn
                        .computeIfAbsent(m.column(), k -> new ArrayList<>())
                        .add(new Found(index, m)));
      }
    }
    byColumn.values().forEach(all -> all.sort(Comparator.comparingInt(f -> f.meaning().rank())));
    return byColumn;
  }

  /** Where the name stands in two columns and in no single one, it is made of both. */
  private int joinNames(Headings meanings, Map<String, List<Found>> byColumn) {
    List<Found> family = byColumn.getOrDefault(Headings.FAMILY_NAME, List.of());
    List<Found> given = byColumn.getOrDefault(Headings.GIVEN_NAME, List.of());
    String name = meanings.findNameColumn().orElse("");
    if (name.isEmpty() || given.isEmpty() || byColumn.containsKey(name)) {
      return -1;
    }
    List<Found> both = new ArrayList<>();
    family.stream().findFirst().ifPresent(both::add);
    both.add(given.get(0));
    byColumn.put(name, both);
    return kind.columns().indexOf(name);
  }

  private void listUnused() {
    Set<Integer> used = new HashSet<>();
    Arrays.stream(sources).flatMapToInt(Arrays::stream).forEach(used::add);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      boolean repeated = !seen.add(Headings.key(heading));
      if (!heading.isEmpty() && !used.contains(i)) {
        unused.add(repeated ? heading + " (repeated in column " + (i + 1) + ")" : heading);
      }
    }
  }

  /** The cells of a row in the order of the kind's columns. */
  List<String> canonical(String[] cells) {
    String[] row = new String[sources.length];
    for (int c = 0; c < row.length; c++) {
      row[c] = c == joined ? join(cells, sources[c]) : first(cells, sources[c]);
    }
    return List.of(row);
  }

  private static String first(String[] cells, int[] indices) {
    for (int index : indices) {
      if (index < cells.length && !cells[index].isEmpty()) {
        return cells[index];
      }
    }
    return "";
  }

  private static String join(String[] cells, int[] indices) {
    StringBuilder joined = new StringBuilder();
    for (int index : indices) {
      if (index < cells.length && !cells[index].isEmpty()) {
        joined.append(joined.isEmpty() ? "" : " ").append(cells[index]);
      }
    }
    return joined.toString();
  }

  /** The canonical column that is read from the cell with that index; empty if none. */
  String columnAt(int index) {
    for (int c = 0; c < sources.length; c++) {
      for (int source : sources[c]) {
        if (source == index) {
          return kind.columns().get(c);
        }
      }
    }
    return "";
  }

  /** How many canonical columns were found. */
  int size() {
    return (int) Arrays.stream(sources).filter(s -> s.length > 0).count();
  }

  List<String> missing() {
    return kind.requiredColumns().stream()
        .filter(c -> sources[kind.columns().indexOf(c)].length == 0)
        .toList();
  }

  /** Canonical column to heading. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (int c = 0; c < sources.length; c++) {
      if (sources[c].length > 0) {
        List<String> parts = Arrays.stream(sources[c]).mapToObj(headings::get).toList();
        names.put(kind.columns().get(c), String.join(c == joined ? JOINED : INSTEAD, parts));
      }
    }
    return names;
  }

  List<String> unused() {
    return List.copyOf(unused);
  }

  List<String> headings() {
    return headings;
  }

  /** The most cells that rows have. */
  int width() {
    return headings.size();
  }

  /** The fewest cells that rows have: empty headings at the end may have no cells below them. */
  int minWidth() {
    int width = headings.size();
    while (width > 0 && headings.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }
}
