package org.baophu.intake.encoding;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingDetectorTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String HEADING = "Họ và tên,Ngày sinh,Giới tính,Địa chỉ\n";

  private static final List<String> SURNAMES = column("surnames", "surname", 60);
  private static final List<String> MIDDLE_NAMES = column("middle_names", "middle_name", 80);
  private static final List<String> GIVEN_NAMES = column("given_names", "given_name", 150);

  /** People as in a small delivery, without a heading unless it is asked for. */
  private static String people(int rows, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(any(SURNAMES, random)).append(' ').append(any(MIDDLE_NAMES, random)).append(' ');
      text.append(any(GIVEN_NAMES, random))
          .append(",01/02/1980,")
          .append(i % 2 == 0 ? "Nam" : "Nữ");
      text.append(",xã Hữu Liên\n");
    }
    return text.toString();
  }

  private static List<String> column(String table, String column, int limit) {
    return ReferenceTable.read(table).stream().limit(limit).map(e -> e.get(column)).toList();
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  static Stream<Arguments> files() {
    List<Arguments> files = new ArrayList<>();
    for (String name : List.of("TCVN3", "VNI", "VISCII", "windows-1258", "UTF-8")) {
      for (int rows : new int[] {1, 5, 20, 3000}) {
        files.add(Arguments.of(name, rows, false));
        files.add(Arguments.of(name, rows, true));
      }
    }
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void knowsEachEncodingFromFewRows(String name, int rows, boolean upperCase) {
    Charset charset = TextEncoding.find(name).orElseThrow().charset();
    for (long seed = 0; seed < (rows > 1000 ? 1 : 20); seed++) {
      String text = HEADING + people(rows, seed);
      String cased = upperCase ? text.toUpperCase(Locale.ROOT) : text;
      TextEncoding found = EncodingDetector.detect(List.of(cased.getBytes(charset)));
      assertThat(found.name()).as("seed " + seed).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource({"TCVN3", "VNI", "VISCII", "windows-1258"})
  void knowsEachEncodingFromTwentyRowsWithAsciiHeadings(String name) {
    Charset charset = TextEncoding.find(name).orElseThrow().charset();
    for (long seed = 0; seed < 100; seed++) {
      byte[] bytes = ("full_name,birth_date\n" + people(20, seed)).getBytes(charset);
      assertThat(EncodingDetector.detect(List.of(bytes)).name()).as("seed " + seed).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "TCVN3", "VNI"})
  void knowsTextThatWasReadInAWrongEncodingOnce(String name) throws IOException {
    Charset charset = TextEncoding.find(name).orElseThrow().charset();
    for (long seed = 0; seed < 20; seed++) {
      String text = (HEADING + people(20, seed)).toLowerCase(Locale.ROOT);
      byte[] bytes =
          new String(text.getBytes(charset), lenient1252(text.getBytes(charset))).getBytes(UTF_8);
      TextEncoding found = EncodingDetector.detect(List.of(bytes));
      assertThat(found.name()).isEqualTo(name + " read as windows-1252, saved as UTF-8");
      assertThat(read(found, bytes)).isEqualTo(text);
      assertThat(TextEncoding.find(found.name())).contains(found);
    }
  }

  /** windows-1252 where it maps all bytes; else what lenient programs use instead. */
  private static Charset lenient1252(byte[] bytes) {
    boolean mapped = new String(bytes, WINDOWS_1252).indexOf('\uFFFD') < 0;
    return mapped ? WINDOWS_1252 : java.nio.charset.StandardCharsets.ISO_8859_1;
  }

  @Test
  void restoresTheCapitalDWithStrokeThatWindows1252Lost() throws IOException {
    byte[] bytes = "Ä\uFFFDáº·ng VÄƒn Ä\uFFFDá»©c, Ä\uFFFDá»— Thá»‹ Háº±ng".getBytes(UTF_8);
    TextEncoding found = EncodingDetector.detect(List.of(bytes));
    assertThat(read(found, bytes)).isEqualTo("Đặng Văn Đức, Đỗ Thị Hằng");
  }

  @Test
  void keepsWhatWasTypedIntoMisreadTextLater() throws IOException {
    String typed = "Số định danh\n";
    String misread = new String(people(20, 1).getBytes(VietnameseCharsets.TCVN3), WINDOWS_1252);
    byte[] bytes = (typed + misread).getBytes(UTF_8);
    TextEncoding found = EncodingDetector.detect(List.of(bytes));
    assertThat(found.name()).startsWith("TCVN3 read as");
    assertThat(read(found, bytes)).startsWith(typed);
  }

  @Test
  void decidesForTheFileAndNotForTheWord() throws IOException {
    // The bytes of "Hồng" in VNI are a good "Hoàng" in windows-1252, VISCII and windows-1258.
    byte[] vni = people(20, 7).replaceFirst("\\p{L}+,", "Hồng,").getBytes(VietnameseCharsets.VNI);
    assertThat(read(EncodingDetector.detect(List.of(vni)), vni)).contains(" Hồng,");
    byte[] utf8 = people(20, 7).replaceFirst("\\p{L}+,", "Hoàng,").getBytes(UTF_8);
    assertThat(read(EncodingDetector.detect(List.of(utf8)), utf8)).contains(" Hoàng,");
  }

  @Test
  void knowsUnicodeByItsMark() throws IOException {
    String text = "\uFEFF" + HEADING;
    assertDetected("UTF-8 with BOM", text.getBytes(UTF_8));
    assertDetected("UTF-16LE with BOM", text.getBytes(UTF_16LE));
    assertDetected("UTF-16BE with BOM", text.getBytes(UTF_16BE));
  }

  private static void assertDetected(String name, byte[] bytes) throws IOException {
    TextEncoding found = EncodingDetector.detect(List.of(bytes));
    assertThat(found.name()).isEqualTo(name);
    assertThat(read(found, bytes)).isEqualTo(HEADING);
  }

  @Test
  void knowsUtf16WithoutAMark() throws IOException {
    assertDetected("UTF-16LE", HEADING.getBytes(UTF_16LE));
    assertDetected("UTF-16BE", HEADING.getBytes(UTF_16BE));
  }

  @Test
  void takesAsciiForUtf8() {
    byte[] ascii = "full_name\nNguyen Van A\n".getBytes(UTF_8);
    assertThat(EncodingDetector.detect(List.of(ascii)).name()).isEqualTo("UTF-8");
    assertThat(EncodingDetector.detect(List.of(new byte[0])).name()).isEqualTo("UTF-8");
  }

  @Test
  void takesUtf8WithADamagedRowForUtf8() {
    byte[] bytes = people(100, 3).getBytes(UTF_8);
    bytes[50] = (byte) 0xFF;
    bytes[51] = (byte) 0xB8;
    assertThat(EncodingDetector.detect(List.of(bytes)).name()).isEqualTo("UTF-8");
  }

  @Test
  void isNotMisledByCutsThroughCharacters() {
    byte[] bytes = people(100, 4).getBytes(UTF_8);
    for (int cut = 1000; cut < 1020; cut++) {
      List<byte[]> samples =
          List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, 2000));
      assertThat(EncodingDetector.detect(samples).name()).isEqualTo("UTF-8");
    }
  }

  @Test
  void looksAtTheMiddleAndTheEndToo() {
    byte[] ascii = "full_name\n".repeat(100).getBytes(UTF_8);
    byte[] tcvn3 = people(20, 5).getBytes(VietnameseCharsets.TCVN3);
    assertThat(EncodingDetector.detect(List.of(ascii, ascii, tcvn3)).name()).isEqualTo("TCVN3");
  }

  @Test
  void givesAnAnswerForAnyBytes() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      assertThat(EncodingDetector.detect(List.of(bytes)).name()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nguyễn, true, a common surname",
    "ước, true, no onset",
    "quỳnh, true, qu is an onset",
    "gì, true, gi and i share a letter",
    "hoá, true, tone on either vowel",
    "hóa, true, tone on either vowel",
    "bằt, false, a stopped rime has a sharp or heavy tone",
    "noâng, false, VNI read as Latin",
    "n«ng, false, TCVN3 read as Latin",
    "vaên, false, VNI read as Latin",
    "hoàng, true, also Hồng in VNI: a word alone decides nothing"
  })
  void tellsLegalSyllables(String word, boolean legal, String reason) {
    assertThat(Syllables.isLegal(word)).as(reason).isEqualTo(legal);
  }

  @Test
  void findsEncodingsByName() {
    assertThat(TextEncoding.find("tcvn3").orElseThrow().charset())
        .isEqualTo(VietnameseCharsets.TCVN3);
    assertThat(TextEncoding.find("utf-8").orElseThrow().name()).isEqualTo("UTF-8");
    assertThat(TextEncoding.find("klingon")).isEmpty();
    assertThat(TextEncoding.names()).allSatisfy(n -> assertThat(TextEncoding.find(n)).isPresent());
  }

  private static String read(TextEncoding encoding, byte[] bytes) throws IOException {
    try (Reader reader = encoding.reader(new ByteArrayInputStream(bytes))) {
      StringWriter all = new StringWriter();
      reader.transferTo(all);
      return all.toString();
    }
  }
}
