package org.baophu.intake.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * A charset whose characters are one byte, or two where the first one can also stand alone.
 *
 * <p>Bytes that are given no meaning keep that of windows-1252.
 */
final class PairCharset extends Charset {
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  /** The character of each byte that stands alone. */
  private final char[] singles;

  /** The character of each pair of bytes, at {@code first << 8 | second}; 0 where there is none. */
  private final char[] pairs;

  /** Whether a byte begins any pair. */
  private final boolean[] begins;

  /** For each character its bytes: {@code first << 8 | second} or one byte; -1 if it has none. */
  private final int[] codes;

  private PairCharset(Builder builder) {
    super(builder.name, new String[0]);
    singles = builder.singles;
    pairs = builder.pairs;
    begins = builder.begins;
    codes = builder.codes;
  }

  @Override
  public boolean contains(Charset other) {
    return other.equals(this) || other.equals(StandardCharsets.US_ASCII);
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new Decoder();
  }

  @Override
  public CharsetEncoder newEncoder() {
    return new Encoder();
  }

  private final class Decoder extends CharsetDecoder {
    Decoder() {
      super(PairCharset.this, 1, 1);
    }

    @Override
    protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
      while (in.hasRemaining()) {
        if (!out.hasRemaining()) {
          return CoderResult.OVERFLOW;
        }
        int first = in.get() & 0xFF;
        if (!begins[first]) {
          out.put(singles[first]);
        } else if (in.hasRemaining()) {
          out.put(pairOrSingle(first, in));
        } else {
          return awaitSecond(in, singles[first]);
        }
      }
      return CoderResult.UNDERFLOW;
    }

    private char pairOrSingle(int first, ByteBuffer in) {
      char pair = pairs[first << 8 | (in.get(in.position()) & 0xFF)];
      if (pair == 0) {
        return singles[first];
      }
      in.get();
      return pair;
    }

    /**
     * Leaves the byte for the next call, which sees what follows it. If nothing does, the byte
     * counts as malformed, and what is put in place of malformed input is just its character.
     * (Holding it back until the flush would lose it: InputStreamReader never flushes.)
     */
    private CoderResult awaitSecond(ByteBuffer in, char alone) {
      in.position(in.position() - 1);
      replaceWith(String.valueOf(alone));
      return CoderResult.UNDERFLOW;
    }
  }

  private final class Encoder extends CharsetEncoder {
    Encoder() {
      super(PairCharset.this, 1.5f, 2);
    }

    @Override
    protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
      while (in.hasRemaining()) {
        char character = in.get(in.position());
        int code = codes[character];
        if (code < 0) {
          return unmappable(in, character);
        }
        if (out.remaining() < (code > 0xFF ? 2 : 1)) {
          return CoderResult.OVERFLOW;
        }
        if (code > 0xFF) {
          out.put((byte) (code >> 8));
        }
        out.put((byte) code);
        in.get();
      }
      return CoderResult.UNDERFLOW;
    }

    private CoderResult unmappable(CharBuffer in, char character) {
      if (!Character.isSurrogate(character)) {
        return CoderResult.unmappableForLength(1);
      }
      if (Character.isHighSurrogate(character) && in.remaining() < 2) {
        return CoderResult.UNDERFLOW;
      }
      boolean pair =
          in.remaining() > 1 && Character.isSurrogatePair(character, in.get(in.position() + 1));
      return pair ? CoderResult.unmappableForLength(2) : CoderResult.malformedForLength(1);
    }
  }

  /** Collects the letters of one charset. */
  static final class Builder {
    private final String name;
    private final char[] singles;
    private final char[] pairs = new char[1 << 16];
    private final boolean[] begins = new boolean[256];
    private final int[] codes = new int[1 << 16];

    Builder(String name) {
      this.name = name;
      byte[] all = new byte[256];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) i;
      }
      singles = new String(all, FALLBACK).toCharArray();
    }

    /** These bytes are this letter, and the letter is written with them. */
    void letter(byte[] bytes, char letter) {
      decodes(bytes, letter);
      // 0 stands for "none given yet"; it is also the right code of the character 0.
      codes[letter] = code(bytes);
    }

    /** These bytes are this letter too, but it is not written so. */
    void decodes(byte[] bytes, char letter) {
      if (bytes.length == 1) {
        singles[bytes[0] & 0xFF] = letter;
      } else {
        pairs[code(bytes)] = letter;
        begins[bytes[0] & 0xFF] = true;
      }
    }

    PairCharset build() {
      for (int i = 1; i < codes.length; i++) {
        codes[i] = codes[i] == 0 ? -1 : codes[i];
      }
      for (int b = 0; b < singles.length; b++) {
        if (singles[b] != '\uFFFD' && codes[singles[b]] < 0) {
          codes[singles[b]] = b;
        }
      }
      return new PairCharset(this);
    }

    private static int code(byte[] bytes) {
      int first = bytes[0] & 0xFF;
      return bytes.length == 1 ? first : first << 8 | (bytes[1] & 0xFF);
    }
  }
}
