package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenModelTest {

  private static LinkSettings settings(int largestBlock) {
    return LinkSettings.defaults().withLargestBlock(largestBlock).withThreads(2);
  }

  private static Linker.Frozen frozen(Table table, LinkSettings settings) {
    return Linker.linkAndFreeze(table, settings, Constraints.none(), Progress.none());
  }

  private static LinkResult link(Table table, FrozenModel model, LinkSettings settings) {
    return Linker.link(table, model, settings, Constraints.none(), Progress.none());
  }

  /** The learning run and a run with what was learnt do the same, split blocks or not. */
  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 6", "3, 3"})
  void aTableLinkedByItsOwnFrozenModelComesOutTheSame(long seed, int largestBlock) {
    Table table = new Sample(250, seed).table();
    LinkSettings settings = settings(largestBlock);
    Linker.Frozen learnt = frozen(table, settings);

    LinkResult again = link(table, learnt.model(), settings);

    assertSame(again, learnt.result());
  }

  /** The law that incremental nights rest on: other rows do not matter. */
  @ParameterizedTest
  @CsvSource({"4, 1000", "5, 4"})
  void aPairWeighsTheSameInEveryTableThatHoldsIt(long seed, int largestBlock) {
    Sample sample = new Sample(250, seed);
    Table whole = sample.table();
    LinkSettings settings = settings(largestBlock);
    FrozenModel model = frozen(whole, settings).model();
    Explainer inWhole = new Explainer(whole, model, settings);
    SplittableRandom random = new SplittableRandom(seed);
    int[] some = IntStream.range(0, whole.size()).filter(row -> random.nextInt(10) == 0).toArray();
    Explainer inSome = new Explainer(sample.table(some), model, settings);

    for (int i = 0; i < some.length; i++) {
      for (int j = i + 1; j < some.length; j++) {
        assertThat(inSome.score(i, j)).isEqualTo(inWhole.score(some[i], some[j]));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"9, 1000", "10, 4"})
  void blocksThatAreKnownExplainAsThoseWorkedOutAgain(long seed, int largestBlock) {
    Table table = new Sample(120, seed).table();
    LinkSettings settings = settings(largestBlock);
    FrozenModel model = frozen(table, settings).model();
    int[] blocks = Linker.blocks(table, model, 1);
    Explainer again = new Explainer(table, model, settings);

    Explainer known = new Explainer(table, model, blocks, settings);

    for (int i = 0; i < table.size(); i++) {
      for (int j = i + 1; j < table.size(); j++) {
        Explanation explanation = again.explain(i, j);
        assertThat(known.explain(i, j)).isEqualTo(explanation);
        assertThat(known.parts(i, j))
            .isEqualTo(explanation.parts().stream().map(FrozenModelTest::withoutValues).toList());
      }
    }
    assertThatThrownBy(
            () -> new Explainer(table, model, Arrays.copyOf(blocks, blocks.length - 1), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(table.size() + " rows");
  }

  private static Explanation.Part withoutValues(Explanation.Part part) {
    return new Explanation.Part(
        part.field(),
        null,
        null,
        part.level(),
        part.rarity(),
        part.bitsWithoutTermFrequency(),
        part.termFrequencyBits());
  }

  @Test
  void aFrozenModelIsReadBackAsItWas() throws IOException {
    Table table = new Sample(200, 6).table();
    LinkSettings settings = settings(5);
    Linker.Frozen learnt = frozen(table, settings);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    learnt.model().write(new DataOutputStream(bytes));

    FrozenModel read =
        FrozenModel.read(
            learnt.model().model(),
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    Table other = new Sample(150, 7).table();
    assertSame(link(other, read, settings), link(other, learnt.model(), settings));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    read.write(new DataOutputStream(again));
    assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
  }

  @Test
  void aTableWithOtherFieldsIsRefused() {
    LinkSettings settings = settings(1000);
    FrozenModel model = frozen(new Sample(100, 8).table(), settings).model();
    Table.Builder other = Table.builder(List.of(new Field("name", FieldType.NAME)), List.of("tax"));
    other.add(0, "1", "An");

    assertThatThrownBy(() -> link(other.build(), model, settings))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static void assertSame(LinkResult result, LinkResult expected) {
    assertThat(result.clusterCount()).isEqualTo(expected.clusterCount());
    assertThat(result.pairs().rowsA()).isEqualTo(expected.pairs().rowsA());
    assertThat(result.pairs().rowsB()).isEqualTo(expected.pairs().rowsB());
    assertThat(result.pairs().bits()).isEqualTo(expected.pairs().bits());
    for (int row = 0; row < result.size(); row++) {
      assertThat(result.cluster(row)).isEqualTo(expected.cluster(row));
      assertThat(result.membershipProbability(row)).isEqualTo(expected.membershipProbability(row));
    }
  }
}
