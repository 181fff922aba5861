package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
  private static final String[] PIECES = {
    "a", "Nguyễn", "😀", " ", "\"", "\"\"", ",", ",", "\n", "\r\n", "\r", "\",\"", "\"\n\"", "x\"y"
  };

  @Test
  void readsWhatAnotherReaderReads() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    int refused = 0;
    for (int trial = 0; trial < 8_000; trial++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      List<List<String>> expected = others(text.toString());
      refused += expected.isEmpty() && text.length() > 0 ? 1 : 0;
      List<List<String>> found;
      try {
        found = read(text.toString().getBytes(StandardCharsets.UTF_8), random.nextInt(1, 9));
      } catch (IOException e) {
        found = List.of();
      }
      assertThat(found).as(text.toString()).isEqualTo(expected);
    }
    assertThat(refused).isBetween(500, 7_500);
  }

  /** By commons-csv; nothing where it refuses. */
  private static List<List<String>> others(String text) {
    List<List<String>> records = new ArrayList<>();
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
      for (CSVRecord row : parser) {
        records.add(row.toList());
      }
      return records;
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }

  /** From a stream that gives a few bytes at a time. */
  private static List<List<String>> read(byte[] bytes, int atATime) throws IOException {
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(atATime, length));
          }
        };
    List<List<String>> records = new ArrayList<>();
    try (CsvCells cells = new CsvCells(slow, ',')) {
      while (cells.next()) {
        List<String> record = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
          record.add(cells.text(cell));
        }
        records.add(record);
      }
    }
    return records;
  }

  @Test
  void makesRoomForLargeRecords() throws IOException {
    String large = "\"\n,\"ữ".repeat(90_000);
    StringBuilder text = new StringBuilder("\uFEFFid,text\n");
    for (int record = 0; record < 5; record++) {
      text.append(record).append(",\"").append(large.replace("\"", "\"\"")).append("\"\r\n");
    }

    List<List<String>> records = read(text.toString().getBytes(StandardCharsets.UTF_8), 1 << 20);

    assertThat(records).hasSize(6);
    assertThat(records.get(0)).containsExactly("id", "text");
    assertThat(records.get(5)).containsExactly("4", large);
  }

  @Test
  void knowsUtf8AsTheJdkDoes() {
    SplittableRandom random = new SplittableRandom(8);
    int[] interesting = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf};
    int valid = 0;
    int wrong = 0;
    for (int trial = 0; trial < 100_000; trial++) {
      byte[] bytes = new byte[random.nextInt(1, 6)];
      for (int i = 0; i < bytes.length; i++) {
        int lead = random.nextInt(0xe0, 0x100);
        int other = interesting[random.nextInt(interesting.length)];
        bytes[i] = (byte) (i == 0 && random.nextBoolean() ? lead : other);
      }
      boolean expected = isUtf8(bytes);
      valid += expected ? 1 : 0;
      wrong += Utf8.isValid(bytes, 0, bytes.length) != expected ? 1 : 0;
    }
    assertThat(wrong).isZero();
    assertThat(valid).isGreaterThan(1_000);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,\"b", "a,\"b\"c,d\n", "\"", "a,\"b\"\"\n"})
  void refusesQuotesThatDoNotFit(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8), 2))
        .withMessageContaining("quote");
  }

  @Test
  void refusesOtherEncodings() {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> read("Lý".getBytes(StandardCharsets.ISO_8859_1), 9));
  }
}
