package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.baophu.link.model.Model.EntryModel;
import org.baophu.link.model.Model.KeyModel;
import org.baophu.link.model.Model.LevelModel;
import org.baophu.link.model.Model.RelativesModel;
import org.baophu.link.model.Model.Repeated;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A name and a street that differ (level 1) or agree (2): four matches, 32 non-matches, eight pairs
 * of relatives. Numbers are powers of two.
 */
class RelativesBitsTest {
  private static final double[] M_NAME = {0, 1 / 4.0, 1 / 2.0};
  private static final double[] M_STREET = {0, 1 / 4.0, 1 / 2.0};
  private static final double[] U_NAME = {0, 1 / 2.0, 1 / 8.0};
  private static final double[] U_STREET = {0, 1 / 2.0, 1 / 4.0};
  private static final double[] R_NAME = {0, 1 / 2.0, 1 / 16.0};
  private static final double[] R_STREET = {0, 1 / 8.0, 1.0};
  private static final int DIFFERS = 1;
  private static final int AGREES = 2;

  private static final RelativesModel RELATIVES = relatives(8);

  private static RelativesModel relatives(double pairs) {
    return new RelativesModel(
        pairs,
        Model.rows(new double[][] {R_NAME, R_STREET}),
        List.of(List.of("differs"), List.of()));
  }

  private static Scorer scorer(@Nullable RelativesModel relatives, @Nullable Repeated street) {
    List<EntryModel> entries =
        List.of(
            new EntryModel("name", "NAME", levels(M_NAME, U_NAME), null, 0),
            new EntryModel("street", "TEXT", levels(M_STREET, U_STREET), street, 0));
    KeyModel key =
        new KeyModel(List.of("street"), 32, Model.rows(new double[][] {U_NAME, U_STREET}));
    Model model =
        new Model(
            Model.VERSION,
            4,
            100,
            0,
            entries,
            List.of(key),
            Calibration.none(),
            null,
            relatives,
            List.of());
    ModelCheck.require(model);
    return new Scorer(model);
  }

  private static List<LevelModel> levels(double[] m, double[] u) {
    return List.of(
        new LevelModel("missing", -1, m[0], u[0]),
        new LevelModel("differs", -1, m[1], u[1]),
        new LevelModel("agrees", -1, m[2], u[2]));
  }

  @Test
  void holdMatchesAgainstBothOtherClasses() {
    // 4/4/2 matches against 32/2/4 non-matches and 8/2 relatives.
    double evidence = scorer(RELATIVES, null).evidenceBits(0, new int[] {DIFFERS, AGREES});

    assertThat(evidence).isCloseTo(log2(0.5 / (4 + 4)), within(1e-6)).isEqualTo(-4);
  }

  @Test
  void takeAPartOfItsOwn() {
    Scorer scorer = scorer(RELATIVES, null);
    int[] vector = {DIFFERS, AGREES};

    // By the fields 1/2 match against 4 others; there are eight pairs of relatives for a match.
    assertThat(scorer.priorBits(0)).isEqualTo(-3);
    assertThat(scorer.parts(0, vector)).containsExactly(-1, 1);
    assertThat(scorer.relativesBits(-3, vector)).isEqualTo(-1);
    assertThat(scorer.relativesBits(-2, vector)).isCloseTo(-log2(3), within(1e-6));
    assertThat(scorer.relativesBits(100, vector)).isEqualTo(-103);
  }

  @Test
  void areNotThoseInWhomNothingDiffersThatDiffersInRelatives() {
    Scorer scorer = scorer(RELATIVES, null);

    assertThat(scorer.relativesBits(5, new int[] {AGREES, DIFFERS})).isZero();
    assertThat(scorer.relativesBits(5, new int[] {0, AGREES})).isZero();
  }

  @Test
  void countWhatIsSaidTwiceOnce() {
    List<List<Double>> same = Model.rows(new double[][] {M_STREET, M_STREET, M_STREET});
    Scorer scorer = scorer(RELATIVES, new Repeated("name", same, same));

    // Two pairs of relatives for a match, and half of them rather than a quarter differ in the
    // name.
    assertThat(scorer.relativesBits(-2, new int[] {DIFFERS, AGREES})).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void changeNothingWhereThereAreNone(int street) {
    double tiny = 1e-30;
    for (int name = 0; name <= AGREES; name++) {
      int[] vector = {name, street};
      double without = scorer(null, null).evidenceBits(0, vector);

      assertThat(scorer(relatives(tiny), null).evidenceBits(0, vector)).isEqualTo(without);
    }
  }

  @Test
  void takeMoreTheMoreThereAre() {
    int[] vector = {DIFFERS, AGREES};

    assertThat(
            Stream.of(1, 8, 64, 4_096)
                .map(pairs -> -scorer(relatives(pairs), null).evidenceBits(0, vector)))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
