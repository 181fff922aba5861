package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Configuration files, strictly read: what is not known is refused. */
final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Yaml() {}

  /**
   * Reads a configuration file.
   *
   * @throws SettingsException if it cannot be read, or says what no setting is
   */
  static <T> T read(Path file, Class<T> type) {
    try {
      String text = Files.readString(file);
      return MAPPER.readValue(text.isBlank() ? "{}" : text, type);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read (" + e + ").");
    } catch (JacksonException e) {
      throw new SettingsException(file + ": " + place(e) + e.getOriginalMessage());
    }
  }

  private static String place(JacksonException failure) {
    String line =
        failure.getLocation() == null ? "" : "line " + failure.getLocation().getLineNr() + ", ";
    if (failure instanceof DatabindException bind && !bind.getPath().isEmpty()) {
      String path =
          bind.getPath().stream()
              .map(
                  step ->
                      step.getPropertyName() == null
                          ? "[" + step.getIndex() + "]"
                          : step.getPropertyName())
              .collect(Collectors.joining("."));
      return line + "setting " + path + ": ";
    }
    return line;
  }
}
