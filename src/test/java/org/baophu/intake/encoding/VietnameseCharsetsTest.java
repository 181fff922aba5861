package org.baophu.intake.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.intake.encoding.VietnameseCharsets.TCVN3;
import static org.baophu.intake.encoding.VietnameseCharsets.VISCII;
import static org.baophu.intake.encoding.VietnameseCharsets.VNI;
import static org.baophu.intake.encoding.VietnameseCharsets.WINDOWS_1258;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VietnameseCharsetsTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String ASCII =
      " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\r\n"
          + "\t";

  static Stream<Charset> all() {
    return Stream.of(TCVN3, VNI, VISCII, WINDOWS_1258);
  }

  static List<ReferenceTable.Entry> letters() {
    return ReferenceTable.read("legacy_encodings");
  }

  @ParameterizedTest
  @MethodSource("letters")
  void readsAndWritesEveryLetter(ReferenceTable.Entry letter) {
    String text = letter.get("char");
    String tcvn3 =
        letter.get("case_ambiguous_in_tcvn3").equals("true") ? text.toLowerCase(Locale.ROOT) : text;
    assertCode(TCVN3, letter.get("tcvn3_hex"), text, tcvn3);
    assertCode(VNI, letter.get("vni_win_hex"), text, text);
    assertCode(VISCII, letter.get("viscii_hex"), text, text);
    assertCode(WINDOWS_1258, letter.get("windows1258_hex"), text, text);
    assertThat(new String(HexFormat.of().parseHex(letter.get("tcvn5712_1_iconv_hex")), TCVN3))
        .isEqualTo(text);
  }

  private static void assertCode(Charset charset, String hex, String written, String read) {
    assertThat(HexFormat.of().withUpperCase().formatHex(written.getBytes(charset))).isEqualTo(hex);
    assertThat(new String(HexFormat.of().parseHex(hex), charset)).isEqualTo(read);
    // Between other letters as alone.
    assertThat(new String(("x" + written + "a" + written).getBytes(charset), charset))
        .isEqualTo("x" + read + "a" + read);
  }

  @ParameterizedTest
  @MethodSource("all")
  void leavesAsciiAlone(Charset charset) {
    assertThat(new String(ASCII.getBytes(charset), charset)).isEqualTo(ASCII);
    assertThat(ASCII.getBytes(charset)).hasSize(ASCII.length());
  }

  @ParameterizedTest
  @MethodSource("all")
  void readsTheSameWhereverABufferEnds(Charset charset) throws IOException {
    String text = "Nguyễn Thị Hồng, Đặng Văn Ước; Vi Thuý Quỳnh O";
    byte[] bytes = text.getBytes(charset);
    String whole = new String(bytes, charset);
    assertThat(charset.decode(ByteBuffer.wrap(bytes)).toString()).isEqualTo(whole);
    for (int chunk = 1; chunk < 5; chunk++) {
      for (int size = 1; size < 5; size++) {
        assertThat(readAll(new InputStreamReader(new Trickle(bytes, chunk), charset), size))
            .isEqualTo(whole);
      }
    }
  }

  @Test
  void readsALongStreamWhoseLettersFallOnEveryBufferBorder() throws IOException {
    String text = "aNguyễn Thị Hồng ".repeat(3001);
    for (Charset charset : List.of(VNI, WINDOWS_1258)) {
      byte[] bytes = text.getBytes(charset);
      assertThat(readAll(new InputStreamReader(new ByteArrayInputStream(bytes), charset), 100))
          .isEqualTo(text);
    }
  }

  @Test
  void theSameBytesMeanDifferentNamesInVniAndInWindows1252() {
    byte[] bytes = "Hồng".getBytes(VNI);
    assertThat(new String(bytes, WINDOWS_1252)).isEqualTo("Hoàng");
    assertThat(new String(bytes, VNI)).isEqualTo("Hồng");
    assertThat(new String("Hoàng".getBytes(VNI), VNI)).isEqualTo("Hoàng");
  }

  @Test
  void readsVniWithMixedCases() {
    assertThat(new String("AÙnh Aùnh ÖÔÙC".getBytes(WINDOWS_1252), VNI)).isEqualTo("Ánh Ánh ƯỚC");
  }

  @Test
  void readsTheLettersThatWindows1258AlsoHasInOnePiece() {
    assertThat(new String(new byte[] {'H', 'o', (byte) 0xE0, 'n', 'g'}, WINDOWS_1258))
        .isEqualTo("Hoàng");
  }

  @Test
  void writesAQuestionMarkForWhatItLacks() {
    assertThat(new String("a\u4E2D\uD83D\uDE00b".getBytes(VNI), VNI)).isEqualTo("a??b");
  }

  static List<ReferenceTable.Entry> mojibake() throws IOException {
    try (Reader csv =
        new InputStreamReader(
            VietnameseCharsetsTest.class.getResourceAsStream("/reference/mojibake_examples.csv"),
            java.nio.charset.StandardCharsets.UTF_8)) {
      return ReferenceTable.read(csv);
    }
  }

  @ParameterizedTest
  @MethodSource("mojibake")
  void readsWordsAsSeenInOtherPrograms(ReferenceTable.Entry example) {
    String vni = example.get("vni_read_as_cp1252");
    String tcvn3 = example.get("tcvn3_read_as_cp1252");
    String correct = example.get("correct_nfc");
    if (!vni.isEmpty()) {
      assertThat(new String(vni.getBytes(WINDOWS_1252), VNI))
          .isIn(correct, correct.replace("ùy", "uỳ"));
    }
    if (!tcvn3.isEmpty()) {
      assertThat(new String(tcvn3.getBytes(WINDOWS_1252), TCVN3)).isEqualToIgnoringCase(correct);
    }
  }

  private static String readAll(Reader reader, int size) throws IOException {
    StringWriter all = new StringWriter();
    char[] buffer = new char[size];
    for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
      all.write(buffer, 0, n);
    }
    return all.toString();
  }

  /** Hands out a few bytes at a time, and says that no more are there. */
  private static final class Trickle extends InputStream {
    private final ByteArrayInputStream in;
    private final int chunk;

    Trickle(byte[] bytes, int chunk) {
      this.in = new ByteArrayInputStream(bytes);
      this.chunk = chunk;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return in.read(buffer, offset, Math.min(length, chunk));
    }
  }
}
