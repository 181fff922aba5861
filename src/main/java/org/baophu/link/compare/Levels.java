package org.baophu.link.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the levels of a field, kind by kind. */
final class Levels {
  private final List<Level> known;
  private final List<Level> levels = new ArrayList<>(List.of(Level.MISSING));

  /**
   * No levels yet.
   *
   * @param known the levels to come to, from a model; empty where they are to be found
   */
  Levels(List<Level> known) {
    this.known = known;
  }

  /** Whether the levels are to come to those of a model. */
  boolean areKnown() {
    return !known.isEmpty();
  }

  /** Whether such a model has levels of a kind. */
  boolean knows(String kind) {
    return known.stream().anyMatch(level -> level.kind().equals(kind));
  }

  /** Adds a kind without rarity classes and returns its level. */
  int kind(String name, double agreement) {
    return kind(name, agreement, null);
  }

  /** Adds a kind and returns its first level; the rarity class is added to that. */
  int kind(String name, double agreement, @Nullable Rarity rarity) {
    int first = levels.size();
    if (rarity == null) {
      levels.add(new Level(name, agreement, -1, 1));
      return first;
    }
    int[] range =
        known.stream().filter(l -> l.kind().equals(name)).mapToInt(Level::rarity).toArray();
    if (range.length > 0) {
      rarity.cut(range[0], range[range.length - 1]);
    }
    for (int i = 0; i < rarity.classes(); i++) {
      levels.add(new Level(name, agreement, rarity.lowest() + i, rarity.share(i)));
    }
    return first;
  }

  /** Adds a kind that takes a share of the pairs of a level without rarity classes. */
  int partOf(int level, String name, double share) {
    Level whole = levels.get(level);
    levels.set(level, new Level(whole.kind(), whole.agreement(), -1, 1 - share));
    levels.add(new Level(name, whole.agreement(), -1, share));
    return levels.size() - 1;
  }

  /**
   * Checks the levels against the known ones.
   *
   * @throws IllegalArgumentException where they differ
   */
  void check() {
    if (!known.isEmpty() && !names(known).equals(names(levels))) {
      throw new IllegalArgumentException("the model was learnt on other fields");
    }
  }

  private static List<String> names(List<Level> levels) {
    return levels.stream().map(level -> level.kind() + " " + level.rarity()).toList();
  }

  List<Level> list() {
    return List.copyOf(levels);
  }
}
