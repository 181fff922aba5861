package org.baophu.intake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files of one delivery, found by their names in its directory.
 *
 * <p>A file whose name begins with a kind's prefix, in any case, and ends with {@code .csv}, {@code
 * .csv.gz} or {@code .xlsx} is of that kind; files in the folders {@code decisions} and {@code
 * audits} are clerks'. Anything else is ignored, and listed as such.
 */
public final class Delivery {
  private static final Comparator<InputFile> BY_KIND_AND_NAME =
      Comparator.comparing(InputFile::kind)
          .thenComparing(InputFile::name)
          .thenComparing(f -> f.path().toString());

  private final Path root;
  private final List<InputFile> files = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();

  private Delivery(Path root) {
    this.root = root;
  }

  /**
   * The input files in a directory, sorted by kind, then by name.
   *
   * @throws InputRefusedException if the directory cannot be read, a required kind is missing, or a
   *     file leads out of the directory or has a name that cannot be told
   */
  public static List<InputFile> find(Path directory) {
    Delivery delivery = search(directory);
    delivery.refuseIfIncomplete(directory);
    return delivery.files.stream().sorted(BY_KIND_AND_NAME).toList();
  }

  /**
   * Names of what stands in the directory and is not read, sorted; a folder's name ends with a
   * slash.
   *
   * @throws InputRefusedException as {@link #find}, except for missing kinds
   */
  public static List<String> findIgnored(Path directory) {
    return search(directory).ignored.stream().sorted().toList();
  }

  private static Delivery search(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new InputRefusedException(
          directory.toString(),
          Files.exists(directory) ? "this is no directory." : "there is no such directory.",
          "Name the directory that holds the input files.");
    }
    try {
      Delivery delivery = new Delivery(directory.toRealPath());
      delivery.look(directory);
      return delivery;
    } catch (IOException e) {
      InputRefusedException refused =
          new InputRefusedException(
              directory.toString(),
              "the directory cannot be read (" + e + ").",
              "Make it readable for this program.");
      refused.initCause(e);
      throw refused;
    }
  }

  private void look(Path directory) throws IOException {
    for (Path path : list(directory)) {
      String name = nameOf(path);
      boolean folder = Files.isDirectory(path);
      Optional<InputKind> clerks = folder ? findFolder(name) : Optional.empty();
      if (clerks.isPresent()) {
        lookInto(path, name, clerks.get());
      } else {
        take(path, name, findKind(name));
      }
    }
  }

  private void lookInto(Path folder, String folderName, InputKind kind) throws IOException {
    refuseIfOutside(folder, folderName);
    for (Path path : list(folder)) {
      take(path, folderName + "/" + nameOf(path), Optional.of(kind));
    }
  }

  private static Optional<InputKind> findFolder(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(InputKind.values())
        .filter(kind -> kind.isFromClerks() && lower.equals(kind.prefix()))
        .findFirst();
  }

  private void take(Path path, String name, Optional<InputKind> kind) throws IOException {
    if (kind.isEmpty() || isTemporary(nameOf(path)) || Container.find(name).isEmpty()) {
      String shown = withoutControls(name);
      ignored.add(Files.isDirectory(path) ? shown + "/" : shown);
      return;
    }
    if (!withoutControls(name).equals(name)) {
      throw new InputRefusedException(
          withoutControls(name), "the name of this file holds control characters.", "Rename it.");
    }
    refuseIfOutside(path, name);
    if (!Files.isRegularFile(path)) {
      throw new InputRefusedException(
          name, "this is named like an input file but is none.", "Remove or rename it.");
    }
    files.add(new InputFile(kind.get(), path));
  }

  /** A name with line breaks or the like could pass for something that the program says. */
  private static String withoutControls(String name) {
    return name.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
  }

  /** A link may not make the program read, and publish from, what lies outside the delivery. */
  private void refuseIfOutside(Path path, String name) throws IOException {
    if (!Files.exists(path) || !path.toRealPath().startsWith(root)) {
      throw new InputRefusedException(
          name, "this link leads out of the input directory.", "Put the file itself there.");
    }
  }

  private static Optional<InputKind> findKind(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(InputKind.values())
        .filter(kind -> !kind.isFromClerks() && lower.startsWith(kind.prefix()))
        .findFirst();
  }

  /** Hidden files, and what programs leave behind while they write. */
  private static boolean isTemporary(String name) {
    return name.startsWith(".") || name.startsWith("~");
  }

  private void refuseIfIncomplete(Path directory) {
    List<String> missing =
        Arrays.stream(InputKind.values())
            .filter(kind -> kind.isRequired() && files.stream().noneMatch(f -> f.kind() == kind))
            .map(kind -> kind.prefix() + "*")
            .toList();
    if (!missing.isEmpty()) {
      String found = files.isEmpty() ? "no input file" : String.join(", ", names());
      throw new InputRefusedException(
          directory.toString(),
          "no file " + String.join(", ", missing) + " was found; found: " + found + ".",
          "Put at least one of each there, as .csv, .csv.gz or .xlsx.");
    }
  }

  private List<String> names() {
    return files.stream().sorted(BY_KIND_AND_NAME).map(InputFile::name).toList();
  }

  private static List<Path> list(Path directory) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(all::add);
    }
    all.sort(Comparator.comparing(Path::toString));
    return all;
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
