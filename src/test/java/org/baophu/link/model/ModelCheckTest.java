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
        new Model(Model.VERSION, 1, 2, 0, entries, List.of(), Calibration.none(), null, null);

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
        new Model(Model.VERSION, 1, 2, 0, entries, List.of(), Calibration.none(), null, relatives);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelCheck.require(model))
        .withMessageContaining("relatives");
  }
}
