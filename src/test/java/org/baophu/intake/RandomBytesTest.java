package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.baophu.intake.encoding.VietnameseCharsets;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes: rows, issues, or a refusal, in bounded time. */
class RandomBytesTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  @TempDir Path directory;

  private void read(String name, byte[] bytes, String what) {
    Path path = Reading.write(directory, name, bytes);
    try {
      Reading reading = Reading.of(InputKind.TAX, path);
      assertThat(reading.rows().size() + reading.issues().size())
          .as(what)
          .isEqualTo((int) reading.delivered());
      assertThat(reading.issues()).as(what).allMatch(issue -> issue.problem().rejects());
      assertThat(reading.issues().size()).isEqualTo((int) reading.rejected());
    } catch (InputRefusedException e) {
      assertThat(e.getMessage()).as(what).startsWith(name + ": ").doesNotContain("\n");
    }
  }

  @Test
  void readsOrRefusesRandomBytes() {
    Assertions.assertTimeout(
        BOUND,
        () -> {
          for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(3000)];
            random.nextBytes(bytes);
            read("tax.csv", bytes, "seed " + seed);
            byte[] headed =
                ("full_name,phone\n" + new String(bytes, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
            read("tax.csv", headed, "seed " + seed + " with headings");
          }
        });
  }

  @Test
  void readsOrRefusesDamagedTables() {
    Charset[] charsets = {
      StandardCharsets.UTF_8,
      StandardCharsets.UTF_16LE,
      VietnameseCharsets.TCVN3,
      VietnameseCharsets.VNI
    };
    Assertions.assertTimeout(
        BOUND,
        () -> {
          for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = table(random).getBytes(charsets[seed % charsets.length]);
            read("tax.csv", damaged(bytes, random), "seed " + seed);
          }
        });
  }

  private static String table(Random random) {
    StringBuilder text = new StringBuilder("record_id,full_name,address,sex\n");
    String[] addresses = {"Hữu Liên", "\"xã A, huyện B\"", "\"hai\ndòng\"", "\"\"\"C\"\"\"", ""};
    for (int i = 0; i < 60; i++) {
      text.append(i).append(",Nông Văn ").append((char) ('A' + random.nextInt(26))).append(',');
      text.append(addresses[random.nextInt(addresses.length)]).append(",Nữ\n");
    }
    return text.toString();
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    byte[] likely = {'"', ',', '\n', '\r', 0, ';', (byte) 0xFF, 0x1A, '=', '\''};
    for (int i = random.nextInt(12); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = likely[random.nextInt(likely.length)];
    }
    return random.nextInt(3) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
        : bytes;
  }

  @Test
  void readsOrRefusesDamagedContainers() throws IOException {
    byte[] gzip = gzip(table(new Random(1)));
    byte[] workbook = workbook();
    Assertions.assertTimeout(
        BOUND,
        () -> {
          for (int seed = 0; seed < 150; seed++) {
            read("tax.csv.gz", damaged(gzip, new Random(seed)), "gzip, seed " + seed);
            read("tax.xlsx", damaged(workbook, new Random(seed)), "workbook, seed " + seed);
          }
        });
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("a");
      sheet.value(0, 0, "full_name");
      for (int i = 1; i < 50; i++) {
        sheet.value(i, 0, "Nông Văn " + i);
      }
    }
    return out.toByteArray();
  }

  @Test
  void takesBoundedTimeForManyOpenQuotationMarks() throws IOException {
    StringBuilder text = new StringBuilder("record_id,full_name,sex\n");
    for (int i = 0; i < 200_000; i++) {
      text.append(i).append(",\"A\n");
    }
    text.append("1,B,Nam\n");
    Assertions.assertTimeout(
        BOUND,
        () -> read("tax.csv", text.toString().getBytes(StandardCharsets.UTF_8), "open quotes"));
    assertThat(Files.exists(directory.resolve("tax.csv"))).isTrue();
  }

  @Test
  void keepsMemoryBoundedWhateverTheLength() throws IOException {
    // 64 million characters without a line end, of which few are kept.
    try (LineReader lines = new LineReader(new Endless(64_000_000), 100_000)) {
      assertThat(lines.next()).isTrue();
      assertThat(lines.isTooLong()).isTrue();
      assertThat(lines.array().length).isLessThan(1 << 20);
      assertThat(lines.next()).isFalse();
    }
  }

  /** A long text that takes no memory. */
  private static final class Endless extends java.io.Reader {
    private long left;

    Endless(long length) {
      left = length;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      int count = (int) Math.min(length, left);
      java.util.Arrays.fill(buffer, offset, offset + count, 'x');
      left -= count;
      return count == 0 ? -1 : count;
    }

    @Override
    public void close() {}
  }
}
