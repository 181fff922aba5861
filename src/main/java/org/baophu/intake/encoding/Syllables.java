package org.baophu.intake.encoding;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.baophu.reference.ReferenceTable;

/**
 * How Vietnamese a text is: what its words with letters beyond ASCII are.
 *
 * <p>A word known from names and addresses counts 2, another legal syllable 1, anything else -2. A
 * syllable is legal if it is an onset, a rime and a tone that occur together in the language's
 * spelling.
 */
final class Syllables {
  private static final int KNOWN = 2;
  private static final int LEGAL = 1;
  private static final int ALIEN = -2;

  /** As many words are enough to tell encodings apart. */
  private static final int MAX_WORDS = 5_000;

  private static final String ONSETS =
      "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x";

  private static final String RIMES =
      """
      a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
      e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
      i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu
      o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
      oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt
      u ua uân uâng uât uây uc ue uê uêch uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôt
      uy uya uych uyên uyêt uynh uyn uyp uyt uyu
      ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y
      """;

  private static final Pattern SYLLABLE =
      Pattern.compile("(" + ONSETS + ")?(" + RIMES.strip().replaceAll("\\s+", "|") + ")");

  private static final Pattern STOPPED = Pattern.compile(".*(c|ch|p|t)");
  private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
  private static final String SHARP_OR_HEAVY = "\u0301\u0323";

  private static final Set<String> KNOWN_WORDS = knownWords();

  private Syllables() {}

  /**
   * What a text's words are worth.
   *
   * @param sum over its words beyond ASCII
   * @param words how many there are
   */
  record Score(long sum, int words) {
    /** From -2 to 2; 0 for a text without such words. */
    double mean() {
      return words == 0 ? 0 : (double) sum / words;
    }
  }

  static Score score(String text) {
    Map<String, Integer> worths = new HashMap<>();
    long sum = 0;
    int words = 0;
    int start = 0;
    boolean beyondAscii = false;
    for (int i = 0; i <= text.length() && words < MAX_WORDS; i++) {
      if (i == text.length() || partsWords(text.charAt(i))) {
        if (beyondAscii) {
          sum += worths.computeIfAbsent(text.substring(start, i), Syllables::worth);
          words++;
        }
        start = i + 1;
        beyondAscii = false;
      } else {
        beyondAscii |= text.charAt(i) > '~' || text.charAt(i) < ' ';
      }
    }
    return new Score(sum, words);
  }

  /** Anything of ASCII but letters, and punctuation from windows-1252. */
  private static boolean partsWords(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    boolean ascii = c >= ' ' ? c < '\u007F' : c == '\t' || c == '\n' || c == '\r';
    return (ascii && !letter) || c == '\u00A0' || (c >= '\u2010' && c <= '\u203A') || c == '₫';
  }

  private static int worth(String word) {
    if (word.length() > 12) {
      return ALIEN;
    }
    String lower = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    if (KNOWN_WORDS.contains(lower)) {
      return KNOWN;
    }
    return isLegal(lower) ? LEGAL : ALIEN;
  }

  /** Whether a lower-case word is a syllable that could be Vietnamese. */
  static boolean isLegal(String word) {
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
    String toneless =
        Normalizer.normalize(TONES.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
    List<String> tones = TONES.matcher(decomposed).results().map(r -> r.group()).toList();
    boolean stopped = STOPPED.matcher(toneless).matches();
    boolean toneFits = !stopped || tones.stream().allMatch(SHARP_OR_HEAVY::contains);
    return tones.size() <= 1 && toneFits && SYLLABLE.matcher(toneless).matches();
  }

  private static Set<String> knownWords() {
    Set<String> words = new HashSet<>();
    add(words, "surnames", "surname");
    add(words, "surnames_ethnic", "surname");
    add(words, "middle_names", "middle_name");
    add(words, "given_names", "given_name");
    add(words, "old_communes", "name");
    add(words, "new_communes", "name");
    String common =
        """
        họ và tên đệm ngày tháng năm sinh giới tính số căn cước công dân mã thuế bảo hiểm xã hội địa
        chỉ phường thị trấn quận huyện tỉnh thành phố điện thoại trạng thái tình loại hình thu nhập
        phương pháp ngành nghề đăng ký cập nhật dân tộc đóng đến hộ nghèo cận kinh doanh chủ người
        nộp nam nữ tày nùng dao thôn bản khối đường hoạt động ngừng tạm hưu trí bắt buộc tự nguyện
        lạng sơn tổ chức dịch vụ điểm nhân viên lực lượng lao
        """;
    words.addAll(List.of(common.strip().split("\\s+")));
    return words;
  }

  private static void add(Set<String> words, String table, String column) {
    for (ReferenceTable.Entry entry : ReferenceTable.read(table)) {
      String cell = Normalizer.normalize(entry.get(column), Normalizer.Form.NFC);
      words.addAll(List.of(cell.toLowerCase(Locale.ROOT).split("\\s+")));
    }
  }
}
