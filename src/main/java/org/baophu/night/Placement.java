package org.baophu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.baophu.publish.Publisher;

/**
 * The results of a run between the moment when they are written and the moment when readers see
 * them: a directory aside, and the place where it is to stand.
 *
 * <p>Results that stood there before are moved away first, since a directory that is not empty
 * cannot be replaced by a rename. A reader who comes between the two renames finds no directory,
 * never half of one; a process that dies between them leaves the second to the next start.
 */
final class Placement {
  private static final String STAGED = "staged";
  private static final String REPLACED = "replaced";

  private final Workspace workspace;
  private final Path published;

  Placement(Workspace workspace, Path published) {
    this.workspace = workspace;
    this.published = published;
  }

  /** Writes results. */
  interface Writing {
    void into(Path emptyDirectory) throws IOException;
  }

  boolean isStaged() {
    return workspace.has(STAGED);
  }

  /** Writes the results aside; they are there, on the disk, wholly or not at all. */
  void stage(Writing writing) {
    Path part = workspace.path(STAGED + ".part");
    try {
      Workspace.deleteTree(workspace.path(STAGED));
      Workspace.deleteTree(part);
      Workspace.createPrivate(part);
      writing.into(part);
      Publisher.force(part);
      Files.move(part, workspace.path(STAGED), StandardCopyOption.ATOMIC_MOVE);
      Publisher.forceFolder(workspace.path(""));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the results to " + part, e);
    }
  }

  /** The step that readers see; a second time it changes nothing. */
  void putInPlace() {
    Path replaced = workspace.path(REPLACED);
    try {
      if (isStaged()) {
        if (Files.exists(published)) {
          Workspace.deleteTree(replaced);
          Files.move(published, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(workspace.path(STAGED), published, StandardCopyOption.ATOMIC_MOVE);
      }
      Publisher.forceFolder(published.resolveSibling(""));
      Workspace.deleteTree(replaced);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put the results in place at " + published, e);
    }
  }
}
