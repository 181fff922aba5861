package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baophu.link.model.Model;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A linkage model as {@code model.json}. */
final class LinkModels {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private LinkModels() {}

  static String text(Model model) {
    return JSON.writeValueAsString(model) + "\n";
  }

  /**
   * Reads a model.
   *
   * @throws SettingsException if the file is missing or holds none of this version
   */
  static Model read(Path file) {
    try {
      return JSON.readValue(Files.readString(file), Model.class);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read (" + e + ").");
    } catch (JacksonException e) {
      throw new SettingsException(
          file
              + ": is no model of this version ("
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + "). Leave out --model to learn one.");
    }
  }
}
