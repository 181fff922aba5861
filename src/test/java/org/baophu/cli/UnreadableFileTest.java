package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations that cannot be read: what is said of them names no inside of the program. */
class UnreadableFileTest {
  @TempDir private Path own;

  private Said link(Path config) {
    return Said.by(
        new LinkCommand(), "--config", config.toString(), "--output", own.resolve("o").toString());
  }

  @Test
  void aFileThatIsNotThereIsSaidNotToExist() {
    Said said = link(own.resolve("no.yml"));

    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.errors()).contains("no.yml: does not exist.");
    assertThat(said.isTechnical()).isFalse();
  }

  @Test
  void aFileOfAnotherEncodingIsSaidNotToBeUtf8() throws IOException {
    byte[] latin = {'m', 'o', 'd', 'e', ':', ' ', (byte) 0xe9, '\n'};

    Said said = link(Files.write(own.resolve("latin.yml"), latin));

    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.errors()).contains("latin.yml: cannot be read as text: it is not in UTF-8.");
    assertThat(said.isTechnical()).isFalse();
  }

  @Test
  void aDirectoryIsNoFile() {
    Said said = link(own);

    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.errors()).contains(own + ": cannot be read (Is a directory).");
    assertThat(said.isTechnical()).isFalse();
  }
}
