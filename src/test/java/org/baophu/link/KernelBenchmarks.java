package org.baophu.link;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.baophu.link.block.BlockingKey;
import org.baophu.link.block.Candidates;
import org.baophu.link.block.Parts;
import org.baophu.link.compare.Agreement;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the inner loops cost, one pair of rows at a time; {@code ./run.sh bench-kernels} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmarks {
  private static final int PAIRS = 1 << 16;

  /** A field of the sample: name, date, category, identifier, telephone number or text. */
  @State(Scope.Thread)
  public static class OfField {
    @Param({"full_name", "birth_date", "sex", "national_id", "phone", "address"})
    public String field = "";

    int entry;

    /** Finds the field. */
    @Setup
    public void find() {
      List<String> names = Sample.FIELDS.stream().map(field -> field.name()).toList();
      entry = names.indexOf(field);
    }
  }

  private Agreement.Vectors vectors = Agreement.of(new Sample(1, 1).table()).vectors();
  private Scorer scorer = new Scorer(linked(new Sample(40, 1).table()).model());
  private int[] vector = {};
  private int[] rowsA = {};
  private int[] rowsB = {};
  private Candidates candidates = candidates(new Sample(40, 1).table());
  private int next;

  private static LinkResult linked(Table table) {
    return Linker.link(table, LinkSettings.defaults(), Constraints.none(), Progress.none());
  }

  private static Candidates candidates(Table table) {
    var parts = Parts.of(table, 1);
    var keys = List.of(new BlockingKey(List.of(parts.get(0)), 0));
    return Candidates.of(table, keys, parts, (a, b) -> true, 1);
  }

  /** Random pairs of the rows of 10,000 households. */
  @Setup
  public void prepare() {
    Table table = new Sample(10_000, 3).table();
    LinkResult result = linked(table);
    Agreement agreement = Linker.agreement(table, result.model(), 1);
    vectors = agreement.vectors();
    vector = new int[agreement.entries()];
    scorer = new Scorer(result.model());
    candidates = candidates(table);
    rowsA = new int[PAIRS];
    rowsB = new int[PAIRS];
    SplittableRandom random = new SplittableRandom(4);
    for (int pair = 0; pair < PAIRS; pair++) {
      rowsA[pair] = random.nextInt(table.size());
      rowsB[pair] = random.nextInt(table.size());
    }
  }

  /** The level of one field of a pair. */
  @Benchmark
  public int compareField(OfField field) {
    next = (next + 1) & (PAIRS - 1);
    return vectors.compare(field.entry, rowsA[next], rowsB[next]);
  }

  /** The levels of all fields of a pair, and its weight. */
  @Benchmark
  public double comparePairAndScore() {
    next = (next + 1) & (PAIRS - 1);
    vectors.compare(rowsA[next], rowsB[next], vector);
    return scorer.weightBits(0, vector);
  }

  /** All candidate pairs of one blocking key, the time for all of them. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public long streamCandidates() {
    long[] sum = new long[1];
    for (int chunk = 0; chunk < candidates.chunks(); chunk++) {
      candidates.stream(chunk, (key, rowA, rowB) -> sum[0] += rowA ^ rowB);
    }
    return sum[0];
  }
}
