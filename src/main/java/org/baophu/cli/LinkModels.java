package org.baophu.cli;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baophu.link.model.Model;
import org.baophu.link.model.ModelCheck;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A linkage model as {@code model.json}. */
final class LinkModels {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
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
      Model model = JSON.readValue(Files.readString(file), Model.class);
      ModelCheck.require(model);
      return model;
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          file + ": is no usable model: " + e.getMessage() + ". Leave out --model to learn one.");
    } catch (IOException e) {
      throw new SettingsException(file + ": " + Failures.unreadable(e));
    } catch (JacksonException e) {
      throw new SettingsException(
          file
              + ": is no model of this version ("
              + Yaml.fault(e)
              + "). Leave out --model to learn one.");
    }
  }
}
