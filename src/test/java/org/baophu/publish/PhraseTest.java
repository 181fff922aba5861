package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseTest {
  private static String fill(String text, String... arguments) {
    return new Phrase(text)
        .fill(List.of(arguments), (kind, argument) -> kind + "<" + argument + ">");
  }

  @Test
  void placesAreFilledInAnyOrder() {
    assertThat(fill("{1} and {0}", "a", "b")).isEqualTo("b and a");
    assertThat(fill("{0:number} of {0}", "7")).isEqualTo("number<7> of 7");
    assertThat(fill("nothing to fill")).isEqualTo("nothing to fill");
  }

  @Test
  void anOptionalPartFallsWithItsArgument() {
    String text = "paid {0} months[, until {1}][, {2:scheme}]";
    assertThat(fill(text, "7", "2019-04", "x"))
        .isEqualTo("paid 7 months, until 2019-04, scheme<x>");
    assertThat(fill(text, "7", "", "x")).isEqualTo("paid 7 months, scheme<x>");
    assertThat(fill(text, "7", "", "")).isEqualTo("paid 7 months");
  }

  @Test
  void whatIsFilledInIsNotReadAgain() {
    assertThat(fill("{0}", "{1} [x] $1 \\")).isEqualTo("{1} [x] $1 \\");
  }

  @Test
  void theHighestNumberTellsHowManyArgumentsItNeeds() {
    assertThat(new Phrase("{2} [and {0}]").argumentCount()).isEqualTo(3);
    assertThat(new Phrase("none").argumentCount()).isZero();
  }
}
