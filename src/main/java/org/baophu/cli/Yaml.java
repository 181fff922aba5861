package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
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
    } catch (UnrecognizedPropertyException e) {
      throw new SettingsException(
          file + ": there is no setting " + path(e) + "; known here: " + known(e) + ".");
    } catch (JacksonException e) {
      throw new SettingsException(
          file + ": " + place(e) + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  private static String known(UnrecognizedPropertyException failure) {
    return failure.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String place(JacksonException failure) {
    String line =
        failure.getLocation() == null ? "" : "line " + failure.getLocation().getLineNr() + ", ";
    return failure instanceof DatabindException bind && !bind.getPath().isEmpty()
        ? line + "setting " + path(bind) + ": "
        : line;
  }

  private static String path(DatabindException failure) {
    return failure.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : step.getPropertyName())
        .collect(Collectors.joining("."));
  }
}
