package org.baophu.intake;

import java.nio.file.Path;

/**
 * One file of a delivery.
 *
 * @param kind what it holds
 * @param path where it stands
 */
public record InputFile(InputKind kind, Path path) {
  /** The file's name without its folder, as issues and reports name it. */
  public String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
