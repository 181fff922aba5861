package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastCellsTest {
  private final LastCells cells = new LastCells();

  @Test
  void anEmptyCellWasCutRightBehindItsDelimiter() {
    cells.add("Lạng Sơn");

    assertThat(cells.isCut("")).isTrue();
  }

  @Test
  void theBeginningOfAValueWasCut() {
    cells.add("Lạng Sơn");
    cells.add("active");

    assertThat(cells.isCut("Lạng ")).isTrue();
    assertThat(cells.isCut("act")).isTrue();
    assertThat(cells.isCut("closed")).isFalse();
  }

  @Test
  void aValueSeenBeforeIsWholeEvenIfAnotherBeginsWithIt() {
    cells.add("An");
    cells.add("An Sơn");

    assertThat(cells.isCut("An")).isFalse();
  }

  @Test
  void halfADateAmongDatesWasCut() {
    for (int day = 10; day < 30; day++) {
      cells.add("2026-01-" + day);
    }

    assertThat(cells.isCut("2027-0")).isTrue();
    assertThat(cells.isCut("2027-01-01")).isFalse();
  }
}
