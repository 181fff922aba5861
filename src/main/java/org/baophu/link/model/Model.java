package org.baophu.link.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trained model: plain data that can be written, read and used again.
 *
 * @param version of this format, now {@link #VERSION}
 * @param expectedMatches expected number of matching pairs among the candidates
 * @param possiblePairs how many pairs of rows there were
 * @param missShare estimated share of the matches that no blocking key reaches
 * @param entries the fields in order, and last the pair of sources
 * @param keys the blocking keys in the order in which they claim pairs
 * @param calibration from the sum of the evidence to the match weight
 * @param lessons what decided pairs taught, {@code null} where none did
 * @param relatives a third class of pairs, {@code null} where none was found
 * @param sameSourceBits by level of the pair of sources, what two records of one source that are no
 *     pair have against one cluster beforehand, beyond the prior, at most 0; empty where nothing
 *     was learnt of it
 */
public record Model(
    int version,
    double expectedMatches,
    double possiblePairs,
    double missShare,
    List<EntryModel> entries,
    List<KeyModel> keys,
    Calibration calibration,
    @Nullable Lessons lessons,
    @Nullable RelativesModel relatives,
    List<Double> sameSourceBits) {
  /** The format written now. */
  public static final int VERSION = 8;

  /**
   * @throws IllegalArgumentException if the version is not {@link #VERSION}
   */
  public Model {
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "the model is of format " + version + ", not " + VERSION + "; let it be learnt again");
    }
    entries = List.copyOf(entries);
    keys = List.copyOf(keys);
    sameSourceBits = List.copyOf(sameSourceBits);
  }

  /**
   * One field, or the pair of sources.
   *
   * @param name the field's name, {@code sources} for the pair of sources
   * @param type the field's type, {@code SOURCES} for the pair of sources
   * @param levels index 0 is "missing" and weighs nothing
   * @param repeats on which other field it depends, {@code null} where on none
   * @param statedByOneBits what is added where only one of two records states it, at most 0
   */
  public record EntryModel(
      String name,
      String type,
      List<LevelModel> levels,
      @Nullable Repeated repeats,
      double statedByOneBits) {
    /** Copies the list. */
    public EntryModel {
      levels = List.copyOf(levels);
    }

    private EntryModel withStatedByOne(double bits) {
      return new EntryModel(name, type, levels, repeats, bits);
    }
  }

  /**
   * How a field depends on another, because it repeats it or because matches differ in both at
   * once.
   *
   * @param field the other's name
   * @param m by level of the other, by level: probability among matches
   * @param u the same among non-matches
   */
  public record Repeated(String field, List<List<Double>> m, List<List<Double>> u) {
    /** Copies the lists. */
    public Repeated {
      m = m.stream().map(List::copyOf).toList();
      u = u.stream().map(List::copyOf).toList();
    }
  }

  /**
   * One agreement level.
   *
   * @param kind what agrees, in words
   * @param rarity rarity class of what agrees, -1 where the kind has none
   * @param m probability of the level among matches
   * @param u probability of the level among pairs at random; where one person has very many
   *     records, among those of them that are no matches
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

  /**
   * Pairs of people who go together: relatives in one house, doctors of one practice. Only a pair
   * that differs in some entry in which relatives differ may be one.
   *
   * @param pairs expected number of such pairs among the candidates
   * @param r by entry, by level: probability of the level among them, whatever what the entry
   *     depends on says
   * @param differing by entry the kinds of agreement that say that the two are not one; empty where
   *     relatives need not differ
   */
  public record RelativesModel(double pairs, List<List<Double>> r, List<List<String>> differing) {
    /** Copies the lists. */
    public RelativesModel {
      r = r.stream().map(List::copyOf).toList();
      differing = differing.stream().map(List::copyOf).toList();
    }
  }

  /**
   * The same with what it says that only one of two records states a field.
   *
   * @param bits by field, at most 0
   */
  public Model withStatedByOne(double[] bits) {
    List<EntryModel> told = new ArrayList<>(entries);
    for (int field = 0; field < bits.length; field++) {
      told.set(field, entries.get(field).withStatedByOne(bits[field]));
    }
    return with(told, calibration, lessons, sameSourceBits);
  }

  /** The same with another calibration. */
  public Model withCalibration(Calibration learnt) {
    return with(entries, learnt, lessons, sameSourceBits);
  }

  /** The same with what decided pairs taught. */
  public Model withLessons(Lessons learnt) {
    return with(entries, calibration, learnt, sameSourceBits);
  }

  /** The same with what two records of one source have against one cluster. */
  public Model withSameSource(List<Double> learnt) {
    return with(entries, calibration, lessons, learnt);
  }

  private Model with(
      List<EntryModel> told,
      Calibration calibrated,
      @Nullable Lessons taught,
      List<Double> sameSource) {
    return new Model(
        version,
        expectedMatches,
        possiblePairs,
        missShare,
        told,
        keys,
        calibrated,
        taught,
        relatives,
        sameSource);
  }

  /** By entry the index of the entry that it depends on, or -1. */
  public int[] parents() {
    List<String> names = entries.stream().map(EntryModel::name).toList();
    int[] parents = new int[entries.size()];
    for (int entry = 0; entry < parents.length; entry++) {
      Repeated repeats = entries.get(entry).repeats();
      parents[entry] = repeats == null ? -1 : names.indexOf(repeats.field());
    }
    return parents;
  }

  double[][] m() {
    return entries.stream()
        .map(entry -> entry.levels().stream().mapToDouble(LevelModel::m).toArray())
        .toArray(double[][]::new);
  }

  double[][] uAtRandom() {
    return entries.stream()
        .map(entry -> entry.levels().stream().mapToDouble(LevelModel::u).toArray())
        .toArray(double[][]::new);
  }

  static List<List<Double>> rows(double[][] values) {
    return Arrays.stream(values).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  static double[][] array(List<List<Double>> rows) {
    return rows.stream()
        .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
