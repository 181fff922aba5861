package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTextTest {
  private static final String NAME = "Nông Văn Bình";

  /** A soft hyphen, joiners, marks of direction, spaces of no width. */
  @Test
  void whatCannotBeSeenIsNotThere() {
    for (String unseen :
        List.of("\u00ad", "\u200b", "\u200d", "\u200e", "\u202a", "\u2060", "\ufeff")) {
      String hidden = unseen + " " + NAME.replace("n", unseen + "n" + unseen) + unseen + " ";

      assertThat(CellText.of(hidden)).isEqualTo(NAME);
      assertThat(CellText.of("0200" + unseen + "81")).isEqualTo("020081");
      assertThat(CellText.of(unseen + unseen)).isEmpty();
      assertThat(CellText.of(unseen + "=\"012\"")).isEqualTo("012");
    }
  }

  @Test
  void allSpacesAreOne() {
    for (String space : List.of("\u00a0", "\u2003", "\u202f", "\u3000", "\u2028")) {
      assertThat(CellText.of(space + NAME.replace(" ", space))).isEqualTo(NAME);
    }
  }

  @Test
  void otherSignsStay() {
    String signs = "Số 3 – “Chợ” ½ … € 中";

    assertThat(CellText.of(signs)).isEqualTo(signs);
  }

  @Test
  void spreadsheetsQuoteWhatTheyMustNotCount() {
    assertThat(CellText.of("=\"012\"")).isEqualTo("012");
    assertThat(CellText.of("'012")).isEqualTo("012");
    assertThat(CellText.of("'tHooft")).isEqualTo("'tHooft");
  }
}
