package org.baophu.cli;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Configuration files, strictly read: what is not known is refused. */
final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .build();

  private static final int LONGEST_SHOWN = 100;
  private static final Pattern CLASS_NAME = Pattern.compile(" ?\\([a-z]+(\\.\\w+)+\\)");

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
      throw new SettingsException(file + ": " + Failures.unreadable(e));
    } catch (JacksonException e) {
      throw new SettingsException(file + ": " + fault(e));
    } catch (StackOverflowError e) {
      throw new SettingsException(file + ": is no configuration: it nests far too deep.");
    }
  }

  /** What is wrong with a file of YAML or JSON, and where. */
  static String fault(JacksonException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return "there is no setting " + path(unknown) + "; known here: " + known(unknown) + ".";
    }
    if (failure instanceof InvalidNullException) {
      return place(failure) + "there is nothing; give a value.";
    }
    if (failure instanceof MismatchedInputException mismatch) {
      return place(failure) + mismatch(mismatch);
    }
    if (failure instanceof ValueInstantiationException value) {
      return place(failure)
          + (value.getCause() instanceof IllegalArgumentException cause
              ? cause.getMessage()
              : "a part is missing.");
    }
    return place(failure) + "cannot be read: " + firstLine(failure);
  }

  /** What stands there and what should, in words of YAML. */
  private static String mismatch(MismatchedInputException failure) {
    String found =
        failure instanceof InvalidFormatException format
            ? "'" + shortened(String.valueOf(format.getValue())) + "' "
            : "what stands there ";
    return found + "is not " + expected(failure.getTargetType()) + ".";
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "a value that can be used";
    }
    if (Number.class.isAssignableFrom(type)) {
      boolean whole = type == Integer.class || type == Long.class;
      return whole ? "a whole number, or too large a one" : "a number";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return type == String.class ? "one text" : "a block of settings";
  }

  private static String firstLine(JacksonException failure) {
    String first = failure.getOriginalMessage().lines().findFirst().orElse("");
    return shortened(CLASS_NAME.matcher(first).replaceAll(""));
  }

  /** As much of a text as helps to find it. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
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
