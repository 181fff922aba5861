package org.baophu.link.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.baophu.link.model.Model.EntryModel;
import org.baophu.link.model.Model.LevelModel;
import org.baophu.link.model.Model.RelativesModel;
import org.baophu.link.model.Model.Repeated;
import org.junit.jupiter.api.Test;

class ModelCheckTest {
  private static EntryModel entry(String name, String above) {
    List<LevelModel> levels =
        List.of(new LevelModel("missing", -1, 0, 0), new LevelModel("exact", -1, 1, 1));
    List<List<Double>> shares = List.of(List.of(0.0, 1.0), List.of(0.0, 1.0));
    return new EntryModel(name, "NAME", levels, new Repeated(above, shares, shares), 0);
  }

  @Test
  void refusesFieldsThatDependOnEachOtherInACircle() {
    List<EntryModel> entries = List.of(entry("a", "b"), entry("b", "c"), entry("c", "a"));
    Model model =
        new Model(
            Model.VERSION, 1, 2, 0, entries, List.of(), Calibration.none(), null, null, List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelCheck.require(model))
        .withMessageContaining("circle");
  }

  @Test
  void refusesRelativesThatDoNotFitTheFields() {
    List<LevelModel> levels =
        List.of(new LevelModel("missing", -1, 0, 0), new LevelModel("exact", -1, 1, 1));
    List<EntryModel> entries = List.of(new EntryModel("a", "NAME", levels, null, 0));
    RelativesModel relatives = new RelativesModel(1, List.of(), List.of());
    Model model =
        new Model(
            Model.VERSION,
            1,
            2,
            0,
            entries,
            List.of(),
            Calibration.none(),
            null,
            relatives,
            List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelCheck.require(model))
        .withMessageContaining("relatives");
  }

  @Test
  void refusesSourcesThatSpeakForOneCluster() {
    List<LevelModel> levels =
        List.of(new LevelModel("missing", -1, 0, 0), new LevelModel("a with a", -1, 1, 1));
    List<EntryModel> entries = List.of(new EntryModel("sources", "SOURCES", levels, null, 0));
    Model model =
        new Model(
            Model.VERSION, 1, 2, 0, entries, List.of(), Calibration.none(), null, null, List.of());

    ModelCheck.require(model.withSameSource(List.of(0.0, -9.5)));
    for (List<Double> wrong : List.of(List.of(-1.0), List.of(0.0, 0.5), List.of(0.0, Double.NaN))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ModelCheck.require(model.withSameSource(wrong)))
          .withMessageContaining("same_source_bits");
    }
  }
}
