package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baophu.publish.NightFacts.FieldWeights;
import org.baophu.publish.NightFacts.Level;
import org.junit.jupiter.api.Test;

class ModelPartTest {
  private static ModelPart.Row row(int index) {
    FieldWeights name =
        new FieldWeights(
            "full_name",
            List.of(
                new Level("exact, rarity 1", 0, 0, 4),
                new Level("exact, rarity 2", 0, 0, 10),
                new Level("some words agree, common words worth 8 bits or more", 0, 0, 0.01),
                new Level("sounds alike", 0, 0, 2),
                new Level("different", 0, 0, -3)));
    NightFacts.Model model = new NightFacts.Model(0.5, 1, true, List.of(name), Map.of());
    Messages messages = Messages.in(Locale.ENGLISH, code -> code);
    return ModelPart.of(model, messages).fields().get(0).rows().get(index);
  }

  @Test
  void classesOfRarityAreOneRowWithARange() {
    assertThat(row(0).name()).isEqualTo("Full name");
    assertThat(row(0).size()).isEqualTo(4);
    assertThat(row(0).level()).isEqualTo("exactly the same");
    assertThat(row(0).bits()).isEqualTo("+4.0 to +10.0");
    assertThat(row(0).meaning())
        .isEqualTo("up to 1,024 times likelier to be one person, the rarer the more");
    assertThat(row(0).bar()).isEqualTo(new Bar("for", "70.0", "30.0"));
  }

  @Test
  void evidenceIsPutIntoWords() {
    assertThat(row(2).level()).isEqualTo("some words agree");
    assertThat(row(2).meaning()).isEqualTo("says nothing");
    assertThat(row(3).bits()).isEqualTo("−3.0");
    assertThat(row(3).meaning()).isEqualTo("8.0 times less likely to be one person");
    assertThat(row(3).bar()).isEqualTo(new Bar("against", "35.0", "15.0"));
  }

  @Test
  void aLevelWithoutAWordIsShownAsItIsCalled() {
    assertThat(row(1).level()).isEqualTo("sounds alike");
    assertThat(row(1).bar()).isEqualTo(new Bar("for", "50.0", "10.0"));
  }
}
