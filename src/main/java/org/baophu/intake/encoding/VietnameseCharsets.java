package org.baophu.intake.encoding;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import org.baophu.reference.ReferenceTable;

/**
 * The Vietnamese encodings from before Unicode, built from the reference table {@code
 * legacy_encodings}.
 *
 * <p>Each decodes to NFC and encodes every Vietnamese letter in NFC. Bytes that an encoding leaves
 * unassigned decode as in windows-1252, since the punctuation of such files comes from there.
 */
public final class VietnameseCharsets {
  private static final List<ReferenceTable.Entry> LETTERS = ReferenceTable.read("legacy_encodings");

  /**
   * TCVN3, the encoding of the ABC fonts. A capital with a tone mark has the code of its small
   * letter, so it decodes to the small letter. The capitals of TCVN 5712 (VN1), whose small letters
   * have the same codes, are decoded too.
   */
  public static final Charset TCVN3 = tcvn3();

  /** VNI for Windows: most letters are a vowel and a second byte for its marks. */
  public static final Charset VNI = vni();

  /** VISCII 1.1 (RFC 1456). Six capitals stand where ASCII has control characters. */
  public static final Charset VISCII = viscii();

  /**
   * windows-1258: tone marks are combining characters after the vowel. Unlike the platform's
   * charset of that name, this one decodes to NFC and encodes from it.
   */
  public static final Charset WINDOWS_1258 = windows1258();

  private VietnameseCharsets() {}

  private static Charset tcvn3() {
    PairCharset.Builder builder = new PairCharset.Builder("x-TCVN3");
    LETTERS.forEach(letter -> builder.decodes(bytes(letter, "tcvn5712_1_iconv_hex"), of(letter)));
    // Small letters come after their capitals in the table, and so win where both share a code.
    LETTERS.forEach(letter -> builder.letter(bytes(letter, "tcvn3_hex"), of(letter)));
    return builder.build();
  }

  private static Charset vni() {
    PairCharset.Builder builder = new PairCharset.Builder("x-VNI");
    for (ReferenceTable.Entry letter : LETTERS) {
      byte[] code = bytes(letter, "vni_win_hex");
      builder.letter(code, of(letter));
      if (code.length == 2) {
        // Typists mix the cases: the vowel decides, whatever the case of the byte for its marks.
        builder.decodes(new byte[] {code[0], (byte) (code[1] ^ 0x20)}, of(letter));
      }
    }
    return builder.build();
  }

  private static Charset viscii() {
    PairCharset.Builder builder = new PairCharset.Builder("x-VISCII");
    LETTERS.forEach(letter -> builder.letter(bytes(letter, "viscii_hex"), of(letter)));
    return builder.build();
  }

  private static Charset windows1258() {
    PairCharset.Builder builder = new PairCharset.Builder("x-windows-1258-NFC");
    builder.letter(new byte[] {(byte) 0xFE}, '₫');
    for (ReferenceTable.Entry letter : LETTERS) {
      byte[] code = bytes(letter, "windows1258_hex");
      builder.letter(code, of(letter));
      if (code.length == 2) {
        String decomposed = Normalizer.normalize(letter.get("char"), Normalizer.Form.NFD);
        decomposed
            .chars()
            .filter(VietnameseCharsets::isTone)
            .forEach(tone -> builder.letter(new byte[] {code[1]}, (char) tone));
      }
    }
    return builder.build();
  }

  /** Grave, acute, tilde, hook above, dot below. */
  private static boolean isTone(int character) {
    return "\u0300\u0301\u0303\u0309\u0323".indexOf(character) >= 0;
  }

  private static byte[] bytes(ReferenceTable.Entry letter, String column) {
    return HexFormat.of().parseHex(letter.get(column));
  }

  private static char of(ReferenceTable.Entry letter) {
    return letter.get("char").charAt(0);
  }
}
