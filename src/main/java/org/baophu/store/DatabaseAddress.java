package org.baophu.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the store is and how it is opened.
 *
 * @param url for JDBC; of an encrypted H2 file with the cipher
 * @param user null for none
 * @param password for an encrypted H2 file its key, a space, and the user's password; null for none
 */
public record DatabaseAddress(String url, @Nullable String user, @Nullable String password) {
  /** Names the variable that holds the key of an H2 file. */
  public static final String KEY_VARIABLE = "BAOPHU_DATABASE_KEY";

  private static final String USER_VARIABLE = "SPRING_DATASOURCE_USERNAME";
  private static final String PASSWORD_VARIABLE = "SPRING_DATASOURCE_PASSWORD";
  private static final byte[] ENCRYPTED = "H2encrypt".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern FILE_URL =
      Pattern.compile("jdbc:h2:(?:file:)?(?!(?:mem|tcp|ssl|zip|classpath):)([^;]+).*");

  /**
   * The address that a URL and the environment give.
   *
   * @throws StoreKeyException if the file is encrypted and there is no key, or the other way round
   */
  public static DatabaseAddress of(String url, Map<String, String> environment) {
    String user = environment.get(USER_VARIABLE);
    String password = environment.get(PASSWORD_VARIABLE);
    String key = environment.getOrDefault(KEY_VARIABLE, "");
    Optional<Path> file = findFile(url);
    if (file.isEmpty()) {
      return new DatabaseAddress(url, user, password);
    }
    requireFitting(file.get(), key);
    // H2 would write what fails, with the data concerned, into a file of its own.
    String quiet = url.contains("TRACE_LEVEL_FILE=") ? url : url + ";TRACE_LEVEL_FILE=0";
    return key.isEmpty()
        ? new DatabaseAddress(quiet, user, password)
        : new DatabaseAddress(
            quiet.contains("CIPHER=") ? quiet : quiet + ";CIPHER=AES",
            user,
            key + " " + (password == null ? "" : password));
  }

  /** The file of an H2 database that is one; empty for memory, servers and PostgreSQL. */
  static Optional<Path> findFile(String url) {
    Matcher matcher = FILE_URL.matcher(url);
    return matcher.matches()
        ? Optional.of(
            Path.of(
                matcher.group(1).replaceFirst("^~", System.getProperty("user.home")) + ".mv.db"))
        : Optional.empty();
  }

  /** The same options for another H2 file. */
  DatabaseAddress at(Path file, Path other) {
    return new DatabaseAddress(urlAt(url, file, other), user, password);
  }

  /** The URL of another H2 file with the same options. */
  static String urlAt(String url, Path file, Path other) {
    return url.replace(stem(file), stem(other));
  }

  /** How a URL names an H2 file: without what H2 adds. */
  static String stem(Path file) {
    String name = file.toString();
    return name.substring(0, name.length() - ".mv.db".length());
  }

  private static void requireFitting(Path file, String key) {
    if (key.contains(" ")) {
      throw new StoreKeyException(KEY_VARIABLE + " must not contain spaces.");
    }
    if (isEmpty(file)) {
      return;
    }
    boolean encrypted = isEncrypted(file);
    if (encrypted && key.isEmpty()) {
      throw new StoreKeyException(
          "The store " + file + " is encrypted: set " + KEY_VARIABLE + " to its key.");
    }
    if (!encrypted && !key.isEmpty()) {
      throw new StoreKeyException(
          "The store "
              + file
              + " is not encrypted, but "
              + KEY_VARIABLE
              + " is set. To encrypt it: export without the key, then restore --replace with it.");
    }
  }

  /** Whether the store is yet to be made: there is no file, or one that was made for its owner. */
  private static boolean isEmpty(Path file) {
    try {
      return !Files.exists(file) || Files.size(file) == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static boolean isEncrypted(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ENCRYPTED.length), ENCRYPTED);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** A source of connections, each of them a new one. */
  public DataSource connections() {
    DriverManagerDataSource source = new DriverManagerDataSource(url);
    if (user != null) {
      source.setUsername(user);
    }
    if (password != null) {
      source.setPassword(password);
    }
    return source;
  }
}
