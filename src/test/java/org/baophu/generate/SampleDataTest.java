package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample data in the repository are what the generator makes today, here as on the machine
 * where they were made. Packed files are compared unpacked, since compressors differ. Where this
 * fails after an intended change, {@code generate --people 5000 --seed 2026} in mixed formats makes
 * them anew.
 */
class SampleDataTest {
  private static final Path SAMPLE = Path.of("sample-data");

  @TempDir Path folder;

  private static Map<String, byte[]> contents(Path root) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".gz")) {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            contents.put(name, in.readAllBytes());
          }
        } else if (name.endsWith(".xlsx")) {
          unpack(name, file, contents);
        } else {
          contents.put(name, Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  private static void unpack(String name, Path file, Map<String, byte[]> contents)
      throws IOException {
    try (ZipFile parts = new ZipFile(file.toFile())) {
      for (ZipEntry part : parts.stream().toList()) {
        try (InputStream in = parts.getInputStream(part)) {
          contents.put(name + "/" + part.getName(), in.readAllBytes());
        }
      }
    }
  }

  @Test
  void isWhatTheGeneratorMakes() throws IOException {
    GenerateSettings settings = GenerateSettings.of(5_000, 2026).withFormats(Formats.MIXED);
    ProvinceGenerator.generate(settings, folder, people -> {});
    Map<String, byte[]> made = contents(folder);
    Map<String, byte[]> kept = contents(SAMPLE);
    assertThat(kept).containsKeys(made.keySet().toArray(String[]::new));
    for (String name : made.keySet()) {
      assertThat(kept.get(name)).as(name).isEqualTo(made.get(name));
    }
  }
}
