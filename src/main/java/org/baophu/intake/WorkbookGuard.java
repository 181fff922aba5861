package org.baophu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a workbook before it is read: that it is one, is whole, and unpacks to no more than an
 * honest one. What its directory says of sizes is not believed, so it is unpacked once.
 */
final class WorkbookGuard {
  private static final int MAX_PARTS = 10_000;
  private static final long MAX_RATIO = 500;
  private static final long FREE_BYTES = 64L << 20;

  /**
   * The texts of a workbook are held in memory, unlike its rows; at most this, or a quarter of it.
   */
  private static final long MAX_TEXT_BYTES = 512L << 20;

  private static final int SHARE_OF_MEMORY = 4;

  private static final String TEXTS = "xl/sharedStrings.xml";

  private WorkbookGuard() {}

  /**
   * Refuses what is no whole and honest workbook.
   *
   * @throws IOException if it is damaged
   */
  static void check(InputFile file, IntakeSettings settings) throws IOException {
    long packed = Files.size(file.path());
    long limit = Math.min(settings.maxExpandedBytes(), FREE_BYTES + MAX_RATIO * packed);
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new InputRefusedException(
            file.name(),
            "the file is a zip archive, but no Excel workbook.",
            "Deliver the table itself as .csv or .xlsx.");
      }
      List<? extends ZipEntry> parts = Collections.list(zip.entries());
      if (parts.size() > MAX_PARTS) {
        throw tooLarge(file, "has more than " + MAX_PARTS + " parts");
      }
      long texts = Math.min(MAX_TEXT_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
      long unpacked = 0;
      for (ZipEntry part : parts) {
        long most = Math.min(limit - unpacked, part.getName().equals(TEXTS) ? texts : limit);
        long size = unpack(file, zip, part, most);
        if (size > most) {
          throw tooLarge(file, "unpacks to more than " + (unpacked + most) + " bytes");
        }
        unpacked += size;
      }
    }
  }

  /** How many bytes a part unpacks to; stops above that many. */
  private static long unpack(InputFile file, ZipFile zip, ZipEntry part, long most)
      throws IOException {
    CRC32 sum = new CRC32();
    MarkupGauge gauge = new MarkupGauge();
    boolean markup = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = zip.getInputStream(part)) {
      for (int n = in.read(buffer); n >= 0 && size <= most; n = in.read(buffer)) {
        sum.update(buffer, 0, n);
        size += n;
        if (size == n) {
          markup |= isMarkup(buffer[0]);
        }
        if (markup) {
          gauge.add(buffer, n);
          refuseIfLarge(file, gauge);
        }
      }
    }
    if (size <= most && part.getCrc() >= 0 && sum.getValue() != part.getCrc()) {
      throw new ZipException("check sum of " + part.getName() + " is wrong");
    }
    return size;
  }

  /**
   * Whether a part begins as XML does, whatever its name: with a bracket or a mark of its order.
   */
  private static boolean isMarkup(byte first) {
    return first == '<' || first == (byte) 0xEF;
  }

  private static void refuseIfLarge(InputFile file, MarkupGauge gauge) {
    if (gauge.isTextTooLong()) {
      throw tooLarge(file, "holds a text of more than " + MarkupGauge.MOST_TEXT + " bytes");
    }
    if (gauge.isFarOut()) {
      throw tooLarge(file, "holds a cell beyond column XFD, the last one");
    }
  }

  private static InputRefusedException tooLarge(InputFile file, String what) {
    return new InputRefusedException(
        file.name(),
        "the workbook " + what + ".",
        "If it is honest, deliver it as .csv, or raise max_expanded_bytes in the configuration"
            + " and the memory in BAOPHU_JAVA_OPTIONS.");
  }
}
