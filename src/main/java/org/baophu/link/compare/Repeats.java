package org.baophu.link.compare;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Which fields say again what another field of the same record says: a surname beside the whole
 * name, a column delivered twice. Agreement on such a field is no evidence of its own once the
 * other agrees.
 *
 * <p>A field repeats another where, in most records that have both, all words of its value are
 * found in the other's, or its value as a whole, and this is not so for another record's value. It
 * is read off the records themselves, not off pairs: pairs agree together on everything where they
 * are matches.
 */
public final class Repeats {
  /** The parent of a field that repeats nothing. */
  public static final int NOTHING = -1;

  private static final int SAMPLE_ROWS = 5_000;
  private static final int LEAST_ROWS = 50;
  private static final double LEAST_SHARE = 0.6;
  private static final double MOST_BY_CHANCE = 0.3;
  private static final int LEAST_INSIDE = 4;

  private final Table table;
  private final int[] rows;

  /** By field and place in {@link #rows} what is said there, {@code null} where nothing is. */
  private final @Nullable Said[][] said;

  /**
   * A value as it is looked for in others, and others in it.
   *
   * @param joined without spaces
   */
  private record Said(List<String> words, Set<String> distinct, String joined) {
    static Said of(String value) {
      String plain = Folding.plain(value);
      List<String> words = List.of(plain.split(" "));
      return new Said(words, new HashSet<>(words), plain.replace(" ", ""));
    }
  }

  private Repeats(Table table) {
    this.table = table;
    int step = Math.max(1, table.size() / SAMPLE_ROWS);
    this.rows = IntStream.iterate(0, row -> row < table.size(), row -> row + step).toArray();
    this.said = new Said[table.fields().size()][rows.length];
    for (int field = 0; field < said.length; field++) {
      for (int i = 0; i < rows.length; i++) {
        String value = table.value(rows[i], field);
        said[field][i] = value == null ? null : Said.of(value);
      }
    }
  }

  /**
   * By field the one it repeats, or {@link #NOTHING}. A field that repeats several gets the closest
   * of them; there are no circles.
   */
  public static int[] of(Table table) {
    return new Repeats(table).parents();
  }

  private int[] parents() {
    int fields = table.fields().size();
    double[] length = new double[fields];
    Arrays.setAll(length, this::meanLength);
    int[] parents = new int[fields];
    for (int field = 0; field < fields; field++) {
      parents[field] = NOTHING;
      double best = 0;
      for (int other = 0; other < fields; other++) {
        boolean isWider =
            length[other] > length[field] || (length[other] == length[field] && other < field);
        double share = isWider ? share(field, other) : 0;
        // Of two that hold it equally often, the shorter one is closer.
        double closeness = Math.rint(share * 50) - length[other] * 1e-3;
        if (share >= LEAST_SHARE && (parents[field] == NOTHING || closeness > best)) {
          parents[field] = other;
          best = closeness;
        }
      }
    }
    return parents;
  }

  private double meanLength(int field) {
    return Arrays.stream(rows)
        .mapToObj(row -> table.value(row, field))
        .mapToInt(value -> value == null ? 0 : value.length())
        .filter(length -> length > 0)
        .average()
        .orElse(0);
  }

  /**
   * How often {@code other} holds what {@code field} says; 0 where chance alone brings it about.
   */
  private double share(int field, int other) {
    int both = 0;
    int inside = 0;
    int strangers = 0;
    int insideStranger = 0;
    for (int i = 0; i < rows.length; i++) {
      Said value = said[field][i];
      Said whole = said[other][i];
      // Half the table away: neighbours may be the same person.
      Said stranger = said[other][(i + rows.length / 2) % rows.length];
      if (value != null && whole != null) {
        both++;
        inside += isInside(value, whole) ? 1 : 0;
      }
      if (value != null && stranger != null) {
        strangers++;
        insideStranger += isInside(value, stranger) ? 1 : 0;
      }
    }
    return both < LEAST_ROWS || insideStranger > MOST_BY_CHANCE * strangers
        ? 0
        : (double) inside / both;
  }

  private static boolean isInside(Said value, Said whole) {
    if (value.joined().isEmpty()) {
      return false;
    }
    return whole.distinct().containsAll(value.words())
        || (value.joined().length() >= LEAST_INSIDE && whole.joined().contains(value.joined()));
  }
}
