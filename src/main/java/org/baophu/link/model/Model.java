package org.baophu.link.model;

import java.util.List;

/**
 * A trained model: plain data that can be written, read and used again.
 *
 * @param version of this format, now 1
 * @param expectedMatches expected number of matching pairs among the candidates
 * @param possiblePairs how many pairs of rows there were
 * @param missShare estimated share of the matches that no blocking key reaches
 * @param entries the fields in order, and last the pair of sources
 * @param keys the blocking keys in the order in which they claim pairs
 */
public record Model(
    int version,
    double expectedMatches,
    double possiblePairs,
    double missShare,
    List<EntryModel> entries,
    List<KeyModel> keys) {
  /** Copies the lists. */
  public Model {
    entries = List.copyOf(entries);
    keys = List.copyOf(keys);
  }

  /**
   * One field, or the pair of sources.
   *
   * @param name the field's name, {@code sources} for the pair of sources
   * @param type the field's type, {@code SOURCES} for the pair of sources
   * @param levels index 0 is "missing" and weighs nothing
   */
  public record EntryModel(String name, String type, List<LevelModel> levels) {
    /** Copies the list. */
    public EntryModel {
      levels = List.copyOf(levels);
    }
  }

  /**
   * One agreement level.
   *
   * @param kind what agrees, in words
   * @param rarity rarity class of what agrees, -1 where the kind has none
   * @param m probability of the level among matches
   * @param u probability of the level among pairs at random
   */
  public record LevelModel(String kind, int rarity, double m, double u) {}

  /**
   * One blocking key.
   *
   * @param parts names of the parts that must agree, as in {@code birth_date:year}
   * @param nonMatches expected number of non-matching pairs that this key claims
   * @param u by entry, by level: probability of the level among these non-matches
   */
  public record KeyModel(List<String> parts, double nonMatches, List<List<Double>> u) {
    /** Copies the lists. */
    public KeyModel {
      parts = List.copyOf(parts);
      u = u.stream().map(List::copyOf).toList();
    }
  }
}
