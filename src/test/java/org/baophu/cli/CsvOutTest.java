package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class CsvOutTest {
  private static final String[] PIECES = {
    "a", "12", "-0.5", "Lý", "😀", " ", "\t", "\"", ",", "\n", "\r", "#", "'", "_", "=", "~"
  };

  @Test
  void writesWhatAnotherWriterWrites() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    StringBuilder expected = new StringBuilder("\uFEFF");
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    try (CsvOut out = new CsvOut(found)) {
      for (int row = 0; row < 20_000; row++) {
        String[] cells = new String[random.nextInt(1, 5)];
        for (int cell = 0; cell < cells.length; cell++) {
          StringBuilder text = new StringBuilder(cell == 0 ? "1" : "");
          // Now and then one that no buffer holds.
          text.append("long ".repeat(random.nextInt(2_000) == 0 ? 20_000 : 0));
          for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
          }
          cells[cell] = text.toString();
          byte[] bytes = cells[cell].getBytes(StandardCharsets.UTF_8);
          if (random.nextBoolean()) {
            out.cell(cells[cell]);
          } else {
            out.cell(Arrays.copyOf(bytes, bytes.length + 3), bytes.length);
          }
        }
        out.end();
        format.printRecord(expected, (Object[]) cells);
      }
    }

    assertThat(found.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
  }

  @Test
  void writesNumbersAsTheyAreRounded() throws IOException {
    SplittableRandom random = new SplittableRandom(9);
    StringBuilder expected = new StringBuilder("\uFEFF");
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    try (CsvOut out = new CsvOut(found)) {
      for (int i = 0; i < 20_000; i++) {
        double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(6));
        int whole = random.nextInt(Integer.MAX_VALUE) >>> random.nextInt(31);
        String rounded = new BigDecimal(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
        expected.append(rounded.replaceFirst("^-(0\\.000)$", "$1"));
        expected.append(',').append(whole).append('\n');
        out.cell(value, 3).cell(whole).end();
      }
      out.cell(-0.0004, 3).cell(1, 6).cell(0).cell(Integer.MAX_VALUE).cell(-12.5, 1).end();
      expected.append("0.000,1.000000,0,2147483647,-12.5\n");
    }

    assertThat(found.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
  }
}
