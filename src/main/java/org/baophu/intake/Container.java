package org.baophu.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** What a file is by its name, and the check that its first bytes agree. */
enum Container {
  CSV(".csv"),
  CSV_GZ(".csv.gz"),
  XLSX(".xlsx");

  private static final int MAGIC_BYTES = 512;

  private final String suffix;

  Container(String suffix) {
    this.suffix = suffix;
  }

  /** What a file with that name should be; empty if it is no input file. */
  static Optional<Container> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Container container : values()) {
      if (lower.endsWith(container.suffix)) {
        return Optional.of(container);
      }
    }
    return Optional.empty();
  }

  /** Such as {@code csv.gz}. */
  String code() {
    return suffix.substring(1);
  }

  /**
   * Opens a file, at its first row below the headings.
   *
   * @throws InputRefusedException if it cannot be used
   */
  static TableFile open(InputFile file, IntakeSettings settings) {
    String name = file.name();
    Container container =
        find(name)
            .orElseThrow(
                () ->
                    new InputRefusedException(
                        name,
                        "the file is neither .csv, .csv.gz nor .xlsx.",
                        "Export it as one of them."));
    try {
      container.refuseIfOther(name, file.path());
      FileSettings own = settings.findFile(name).orElseGet(FileSettings::none);
      return container == XLSX
          ? XlsxTable.open(file, settings, own)
          : CsvTable.open(file, container, settings, own);
    } catch (IOException | RuntimeException e) {
      if (e instanceof InputRefusedException refused) {
        throw refused;
      }
      throw unreadable(name, e);
    }
  }

  private void refuseIfOther(String name, Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new InputRefusedException(
          name,
          Files.exists(path) ? "this is no regular file." : "there is no such file.",
          "Deliver the file itself.");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(MAGIC_BYTES);
    }
    if (start.length == 0) {
      throw new InputRefusedException(
          name, "the file is empty.", "Ask the sender for the file again.");
    }
    String seems = seemingly(start);
    if (!seems.equals(expected())) {
      throw new InputRefusedException(
          name,
          "the name says " + expected() + ", but the content seems to be " + seems + ".",
          "Save it as " + expected() + ", or give it the ending that fits its content.");
    }
  }

  private String expected() {
    return switch (this) {
      case CSV -> "CSV text";
      case CSV_GZ -> "gzip";
      case XLSX -> "an Excel workbook (.xlsx)";
    };
  }

  private static String seemingly(byte[] start) {
    if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
      return XLSX.expected();
    }
    if (startsWith(start, 0x1F, 0x8B)) {
      return CSV_GZ.expected();
    }
    if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "an old Excel workbook (.xls) or one with a password";
    }
    String text = new String(start, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    String noMark = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3).strip() : text;
    if (noMark.startsWith("%pdf")) {
      return "a PDF document";
    }
    boolean markup =
        noMark.startsWith("<!doctype") || noMark.startsWith("<html") || noMark.startsWith("<table");
    if (markup || noMark.startsWith("<?xml")) {
      return "an HTML or XML page";
    }
    return noMark.startsWith("{\\rtf") ? "a text document (.rtf)" : CSV.expected();
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** The refusal of a file that the system or a decompressor gave up on. */
  static InputRefusedException unreadable(String name, Exception fault) {
    InputRefusedException refused = refusal(name, root(fault));
    refused.initCause(fault);
    return refused;
  }

  private static InputRefusedException refusal(String name, Throwable root) {
    String again = "Ask the sender for the file again.";
    if (root instanceof InputRefusedException refused) {
      return new InputRefusedException(name, String.valueOf(refused.getMessage()), "");
    }
    if (root instanceof EOFException) {
      return new InputRefusedException(
          name, "the file looks cut off: its compressed data ends too early.", again);
    }
    if (root instanceof ZipException) {
      return new InputRefusedException(
          name, "the file is damaged or cut off (" + root.getMessage() + ").", again);
    }
    if (root instanceof AccessDeniedException || root instanceof NoSuchFileException) {
      return new InputRefusedException(
          name, "the file cannot be opened.", "Make it readable for this program.");
    }
    return new InputRefusedException(name, "the file cannot be read (" + root + ").", again);
  }

  private static Throwable root(Throwable fault) {
    Throwable root = fault;
    @Nullable Throwable cause = root.getCause();
    while (cause != null) {
      root = cause;
      cause = root.getCause();
    }
    return root;
  }
}
