package org.baophu.intake.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds a file's encoding from samples of its bytes.
 *
 * <p>A byte-order mark decides, then the zero bytes of UTF-16, then whether the bytes are UTF-8.
 * What is left is one of the older encodings: the one in which the words are most Vietnamese. The
 * same measure tells text that was read in a wrong encoding once and saved as UTF-8.
 */
public final class EncodingDetector {
  /** How much more Vietnamese undoing a misreading must make a text; raising it undoes fewer. */
  private static final double MISREAD_MARGIN = 0.5;

  /** How Vietnamese a text must be before it is taken for one that was misread. */
  private static final double MIN_RESTORED = 0.5;

  /** A text as Vietnamese as that was not misread; it spares looking closer. */
  private static final double GOOD_ENOUGH = 1.5;

  /** UTF-8 with damage in some rows is still UTF-8: one bad byte to so many good characters. */
  private static final int GOOD_TO_BAD = 10;

  /** The share of zero bytes in one half of UTF-16's bytes; text without any ASCII is no table. */
  private static final double ZERO_SHARE = 0.3;

  private EncodingDetector() {}

  /**
   * The encoding of a whole file.
   *
   * @param samples its beginning, and parts from its middle and end, at even offsets; not empty.
   *     The cuts may run through characters.
   * @return UTF-8 if the samples hold nothing but ASCII
   */
  public static TextEncoding detect(List<byte[]> samples) {
    byte[] start = samples.get(0);
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return unicode(TextEncoding.UTF_8.withMark(), samples);
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      return utf16(StandardCharsets.UTF_16LE).withMark();
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return utf16(StandardCharsets.UTF_16BE).withMark();
    }
    double evenZeros = zeroShare(samples, 0);
    double oddZeros = zeroShare(samples, 1);
    if (Math.max(evenZeros, oddZeros) > ZERO_SHARE && Math.min(evenZeros, oddZeros) < 0.05) {
      return utf16(oddZeros > evenZeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
    Utf8Count count = new Utf8Count();
    samples.forEach(count::add);
    boolean isUtf8 = count.bad() == 0 || count.bad() * GOOD_TO_BAD <= count.good();
    return isUtf8 ? unicode(TextEncoding.UTF_8, samples) : legacy(samples);
  }

  private static TextEncoding utf16(Charset charset) {
    return new TextEncoding(charset.name(), charset, false);
  }

  /** UTF-8, perhaps of a text that was misread before. */
  private static TextEncoding unicode(TextEncoding utf8, List<byte[]> samples) {
    StringBuilder text = new StringBuilder();
    samples.forEach(sample -> text.append(new String(sample, StandardCharsets.UTF_8)).append('\n'));
    Syllables.Score read = Syllables.score(text.toString());
    if (read.mean() >= GOOD_ENOUGH) {
      return utf8;
    }
    TextEncoding best = utf8;
    double bestScore = Math.max(read.mean() + MISREAD_MARGIN, MIN_RESTORED);
    for (TextEncoding candidate : candidates(true)) {
      String restored = Misreading.undone(text.toString(), candidate.charset());
      Syllables.Score score = Syllables.score(restored);
      // Neither may letters turn into nothing, nor blanks into words, to make a text better.
      double worth = Math.min(score.mean(), (double) score.sum() / Math.max(1, read.words()));
      if (worth > bestScore) {
        best = candidate.afterMisreading();
        bestScore = worth;
      }
    }
    return best;
  }

  private static TextEncoding legacy(List<byte[]> samples) {
    TextEncoding best = TextEncoding.UTF_8;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (TextEncoding candidate : candidates(false)) {
      double score = score(samples, candidate.charset());
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static double score(List<byte[]> samples, Charset charset) {
    StringBuilder text = new StringBuilder();
    samples.forEach(sample -> text.append(new String(sample, charset)).append('\n'));
    return Syllables.score(text.toString()).mean();
  }

  private static List<TextEncoding> candidates(boolean withUtf8) {
    List<TextEncoding> all = new ArrayList<>();
    if (withUtf8) {
      all.add(TextEncoding.UTF_8);
    }
    for (Map.Entry<String, Charset> entry : TextEncoding.vietnamese().entrySet()) {
      all.add(new TextEncoding(entry.getKey(), entry.getValue(), false));
    }
    return all;
  }

  private static double zeroShare(List<byte[]> samples, int parity) {
    long zeros = 0;
    long bytes = 0;
    for (byte[] sample : samples) {
      for (int i = parity; i < sample.length; i += 2) {
        zeros += sample[i] == 0 ? 1 : 0;
        bytes++;
      }
    }
    return bytes == 0 ? 0 : (double) zeros / bytes;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
