package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baophu.link.RowPair;
import org.junit.jupiter.api.Test;

class DecidedMembershipsTest {
  private static float[] raised(int[] cluster, float[] membership, RowPair... matches) {
    float[] raised = membership.clone();
    new DecidedMemberships(List.of(matches)).raise(cluster, raised);
    return raised;
  }

  @Test
  void recordsThatAClerkJoinedAreSureWhereTheyAreAllThatThePersonHas() {
    assertThat(raised(new int[] {0, 1, 0}, new float[] {0.01f, 0.9f, 0.02f}, new RowPair(0, 2)))
        .containsExactly(1, 0.9f, 1);
  }

  @Test
  void aChainOfDecisionsIsOneGroup() {
    RowPair[] chain = {new RowPair(2, 3), new RowPair(0, 1), new RowPair(1, 3)};

    assertThat(raised(new int[4], new float[] {0.1f, 0.2f, 0.3f, 0.4f}, chain))
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void besideOthersTheyAreAsSureAsTheSurestOfThem() {
    assertThat(raised(new int[3], new float[] {0.05f, 0.8f, 0.95f}, new RowPair(0, 1)))
        .containsExactly(0.8f, 0.8f, 0.95f);
  }

  @Test
  void withoutDecisionsNothingChanges() {
    assertThat(raised(new int[] {0, 0}, new float[] {0.3f, 0.6f})).containsExactly(0.3f, 0.6f);
  }
}
