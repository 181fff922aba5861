package org.baophu.schedule;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.baophu.publish.PrivateFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Up to which time nights are done, in a file that outlives the process. */
public final class Ledger {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DONE_UNTIL = "done_until";

  private final Path file;

  /**
   * @param file in a directory that exists
   */
  public Ledger(Path file) {
    this.file = file;
  }

  /** Up to which time no night is owed; empty before the first start, or if the file is damaged. */
  public Optional<Instant> findDoneUntil() {
    try {
      return Files.exists(file)
          ? Optional.ofNullable(read(Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static @Nullable Instant read(String text) {
    try {
      JsonNode time = JSON.readTree(text).get(DONE_UNTIL);
      return time == null ? null : Instant.parse(time.asString());
    } catch (JacksonException | DateTimeException e) {
      return null;
    }
  }

  /** Notes it, wholly or not at all. */
  public void note(Instant doneUntil) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (OutputStream out = PrivateFiles.create(part)) {
        out.write(JSON.writeValueAsBytes(Map.of(DONE_UNTIL, doneUntil.toString())));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
