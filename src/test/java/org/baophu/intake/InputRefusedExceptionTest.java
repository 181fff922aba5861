package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputRefusedExceptionTest {
  @Test
  void whatIsQuotedCannotBreakTheLine() {
    InputRefusedException refused =
        new InputRefusedException("tax\r\n2026-11-01 done.csv", "is \u001b[2Jempty.", "Send it.");

    assertThat(refused)
        .hasMessage("tax\uFFFD\uFFFD2026-11-01 done.csv: is \uFFFD[2Jempty. Send it.");
  }
}
