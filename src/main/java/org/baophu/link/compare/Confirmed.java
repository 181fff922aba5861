package org.baophu.link.compare;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that tells more of two values that are wholly different: whether other records hold
 * each of them too. Errors do not repeat, so neither of two such values is one.
 */
final class Confirmed implements Comparison {
  /** Beyond the numbers that values are packed into. */
  private static final long HELD_BY_OTHERS = 1L << 59;

  /** In so many pairs of records both names may be borne by others for ruined ones to be told. */
  private static final double MOST_HELD_BY_OTHERS = 0.5;

  private final Comparison values;
  private final Levels levels;
  private final boolean[] repeated;
  private final int different;
  private final int bothRepeated;

  private Confirmed(
      Comparison values, Levels levels, boolean[] repeated, int different, int bothRepeated) {
    this.values = values;
    this.levels = levels;
    this.repeated = repeated;
    this.different = different;
    this.bothRepeated = bothRepeated;
  }

  /**
   * Of a field whose values few records share, or of which a model was learnt so; of any other the
   * comparison itself.
   *
   * @param different the level of values that are wholly different
   * @param groups codes that are one value
   * @param hash by code the {@link HashedNumbers#hash} of what its group is known by
   */
  static Comparison of(
      Comparison values,
      Levels levels,
      int different,
      Usage usage,
      Groups groups,
      IntToLongFunction hash) {
    boolean isTold =
        levels.areKnown() ? levels.knows(Level.CONFIRMED_DIFFERENT) : usage.isSharedByFew(groups);
    if (!isTold) {
      return values;
    }
    boolean[] repeated = usage.repeated(groups, hash);
    int level = levels.kind(Level.CONFIRMED_DIFFERENT, 0);
    return new Confirmed(values, levels, repeated, different, level);
  }

  /**
   * Of names, which many share, where ruined ones are so many that most pairs hold one, or of which
   * a model was learnt so; of any others the comparison itself. Elsewhere nearly all that differ
   * are borne by others too, and the rest would tell of too few pairs to learn from. Before
   * anything is learnt the two levels say the same.
   *
   * @param isTold by code whether it is a name that hardly repeats by chance
   */
  static Comparison ofNames(
      Comparison values,
      Levels levels,
      int different,
      Usage usage,
      Groups groups,
      IntToLongFunction hash,
      IntPredicate isTold) {
    if (levels.areKnown() && !levels.knows(Level.CONFIRMED_DIFFERENT)) {
      return values;
    }
    boolean[] repeated = usage.repeated(groups, hash, isTold);
    double held = usage.share(repeated);
    double share = held * held;
    if (!levels.areKnown() && share > MOST_HELD_BY_OTHERS) {
      return values;
    }
    int level = levels.partOf(different, Level.CONFIRMED_DIFFERENT, share);
    return new Confirmed(values, levels, repeated, different, level);
  }

  private int told(int level, boolean areRepeated) {
    return areRepeated && level == different ? bothRepeated : level;
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public @Nullable Words words() {
    return values.words();
  }

  @Override
  public int level(int codeA, int codeB) {
    return told(values.level(codeA, codeB), repeated[codeA] && repeated[codeB]);
  }

  @Override
  public boolean isCostly() {
    return values.isCostly();
  }

  @Override
  public long packed(int code) {
    return values.packed(code) | (repeated[code] ? HELD_BY_OTHERS : 0);
  }

  @Override
  public int level(long packedA, long packedB) {
    int level = values.level(packedA & ~HELD_BY_OTHERS, packedB & ~HELD_BY_OTHERS);
    return told(level, (packedA & packedB & HELD_BY_OTHERS) != 0);
  }

  @Override
  public void levels(long[] packedA, long[] packedB, int count, int[] found) {
    for (int i = 0; i < count; i++) {
      found[i] = packedA[i] == 0 || packedB[i] == 0 ? 0 : level(packedA[i], packedB[i]);
    }
  }

  /** Reads ahead by the lower half of the numbers, as what is compared so does. */
  @Override
  public long fetch(long[] packed, int count) {
    return values.fetch(packed, count);
  }
}
