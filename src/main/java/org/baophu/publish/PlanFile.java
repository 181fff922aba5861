package org.baophu.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.baophu.target.PlanInputs;
import org.baophu.target.TargetRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code plan_inputs.json}: what a night's plan rests on, so that it can be made again. It holds no
 * person and nothing that changes from run to run.
 *
 * @param language of the night, {@code vi} or {@code en}
 * @param request what the night asked for
 */
public record PlanFile(String language, TargetRequest request, PlanInputs inputs) {
  /** Its name in the directory of a run. */
  public static final String NAME = "plan_inputs.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /** The language of the night. */
  public Locale locale() {
    return Locale.forLanguageTag(language);
  }

  /** Writes it into a directory. */
  public void write(Path directory) throws IOException {
    try (OutputStream out = PrivateFiles.create(directory.resolve(NAME))) {
      out.write(MAPPER.writeValueAsBytes(this));
      out.write('\n');
    }
  }

  /**
   * Reads it from a directory.
   *
   * @throws IOException if it is not there, or not what this version writes
   */
  public static PlanFile read(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    try {
      return MAPPER.readValue(Files.readAllBytes(file), PlanFile.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is not what this version of the program writes", e);
    }
  }
}
