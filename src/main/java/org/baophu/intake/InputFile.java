package org.baophu.intake;

import java.nio.file.Path;

/**
 * One file of a delivery.
 *
 * @param kind what it holds
 * @param path where it stands
 */
public record InputFile(InputKind kind, Path path) {
  /**
   * The file's name as issues and reports name it: within the delivery's folder, so that files of
   * the same name in two of its folders are told apart.
   */
  public String name() {
    Path last = path.getFileName();
    String name = last == null ? path.toString() : last.toString();
    return kind.isFromClerks() ? kind.prefix() + "/" + name : name;
  }
}
