package org.baophu.link.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkStateTest {
  private static final Blocks BLOCKS = Blocks.of(2, 3, new int[] {1, 0, 1, 2, 0, 2});

  /** Three rows, two blocking keys; the first two rows are one person. */
  private static LinkState state(int[] rowsA, int[] rowsB, int[] clusters) {
    return new LinkState(
        new long[] {7, 8, 9},
        new long[] {70, 80, 90},
        BLOCKS,
        rowsA,
        rowsB,
        new int[] {3 << 20, -(1 << 19)},
        new int[] {4 << 20, 1 << 18},
        clusters,
        new double[] {5.5, 5.5, Double.NaN},
        new LinkState.Bond[] {new LinkState.Bond(true, 7, 9)});
  }

  private static byte[] written(LinkState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static LinkState read(byte[] bytes) throws IOException {
    return LinkState.read(BLOCKS.base(), new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    byte[] bytes = written(state(new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 0, 1}));

    LinkState read = read(bytes);

    assertThat(written(read)).isEqualTo(bytes);
    assertThat(read.ids()).containsExactly(7, 8, 9);
    assertThat(read.blocks().values()).containsExactly(1, 0, 1, 2, 0, 2);
    assertThat(read.evidenceBits(0)).isEqualTo(3);
    assertThat(read.evidenceBits(1)).isEqualTo(-0.5);
    assertThat(read.weightBits(1)).isEqualTo(0.25);
    assertThat(read.memberships()).containsExactly(5.5, 5.5, Double.NaN);
    assertThat(read.constraints()).containsExactly(new LinkState.Bond(true, 7, 9));
  }

  /** Rows of the second pair and the cluster of the last row. */
  @ParameterizedTest
  @ValueSource(strings = {"1 3 1", "-1 2 1", "2 1 1", "1 1 1", "0 1 1", "1 2 3", "1 2 -1"})
  void whatNamesRowsThatAreNotThereIsRefused(String numbers) throws IOException {
    String[] number = numbers.split(" ");
    int rowA = Integer.parseInt(number[0]);
    int rowB = Integer.parseInt(number[1]);
    int cluster = Integer.parseInt(number[2]);
    byte[] bytes =
        written(state(new int[] {0, rowA}, new int[] {1, rowB}, new int[] {0, 0, cluster}));

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("rows that are not there");
  }
}
