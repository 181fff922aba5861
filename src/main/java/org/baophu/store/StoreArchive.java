package org.baophu.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.baophu.publish.PrivateFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store in one file that no database decides: a ZIP with a text file for each table, {@code
 * manifest.json} with the number of rows and the SHA-256 of each, and {@code manifest.sha256}. The
 * same store gives the same bytes, whichever database holds it.
 *
 * <p>It holds what the store holds, so it is as private: written for its owner alone, not
 * encrypted.
 */
public final class StoreArchive {
  private static final String FORMAT = "baophu-store-1";
  private static final String MANIFEST = "manifest.json";
  private static final String CHECKSUM = "manifest.sha256";
  private static final String TABLES = "tables/";
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StoreArchive() {}

  /** What an archive holds. */
  record Manifest(String format, String schemaVersion, Map<String, Table> tables) {}

  /** What it holds of one table. */
  record Table(List<String> columns, long rows, String sha256) {}

  /**
   * Writes an archive; a file of that name is replaced when the new one is complete.
   *
   * @return rows by table
   */
  public static Map<String, Long> write(DataSource database, Path file)
      throws SQLException, IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Map<String, Table> tables = new LinkedHashMap<>();
    try (Connection connection = database.getConnection()) {
      // One moment for all tables, and a cursor, which PostgreSQL has in a transaction only.
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try (ZipOutputStream zip = new ZipOutputStream(PrivateFiles.create(part))) {
        for (String table : SchemaTables.of(connection)) {
          begin(zip, TABLES + table + ".tsv");
          tables.put(table, writeTable(new TableRows(connection, table), zip));
          zip.closeEntry();
        }
        writeManifest(new Manifest(FORMAT, Schema.version(database), tables), zip);
      }
      connection.rollback();
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Map<String, Long> rows = new LinkedHashMap<>();
    tables.forEach((name, table) -> rows.put(name, table.rows()));
    return rows;
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(FIXED_TIME);
    zip.putNextEntry(entry);
  }

  private static Table writeTable(TableRows table, OutputStream zip)
      throws SQLException, IOException {
    DigestOutputStream digested = new DigestOutputStream(zip, sha256());
    Writer out = new BufferedWriter(new OutputStreamWriter(digested, StandardCharsets.UTF_8));
    long rows = table.read(cells -> out.append(ArchiveCells.line(cells)).append('\n'));
    out.flush();
    return new Table(
        table.columns(), rows, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
  }

  private static void writeManifest(Manifest manifest, ZipOutputStream zip) throws IOException {
    byte[] json = JsonMapper.shared().writeValueAsBytes(manifest);
    begin(zip, MANIFEST);
    zip.write(json);
    zip.closeEntry();
    begin(zip, CHECKSUM);
    zip.write(HexFormat.of().formatHex(sha256().digest(json)).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /**
   * Looks through a whole archive before anything is done with it.
   *
   * @throws ArchiveException if it is none, or not as it was written
   */
  static Manifest check(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] json = bytes(zip, MANIFEST);
      String sum = new String(bytes(zip, CHECKSUM), StandardCharsets.UTF_8);
      if (!HexFormat.of().formatHex(sha256().digest(json)).equals(sum)) {
        throw new ArchiveException(file + ": its manifest is not as it was written.");
      }
      Manifest manifest = JsonMapper.shared().readValue(json, Manifest.class);
      if (!manifest.format().equals(FORMAT)) {
        throw new ArchiveException(
            file + ": is of the format " + manifest.format() + ", not " + FORMAT + ".");
      }
      for (Map.Entry<String, Table> table : manifest.tables().entrySet()) {
        long rows = readTable(zip, table.getKey(), table.getValue(), null);
        if (rows != table.getValue().rows()) {
          throw new ArchiveException(file + ": rows of " + table.getKey() + " are missing.");
        }
      }
      return manifest;
    } catch (ZipException | JacksonException e) {
      throw new ArchiveException(
          file + ": is not an archive of a store, or cut off (" + e.getMessage() + ").");
    }
  }

  /** Puts the rows of all tables into a database of the same schema, in place of its own. */
  static void load(Path file, Manifest manifest, Connection connection)
      throws IOException, SQLException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> tables = SchemaTables.of(connection);
      for (int i = tables.size() - 1; i >= 0; i--) {
        new TableRows(connection, tables.get(i)).deleteAll();
      }
      for (String name : tables) {
        TableRows rows = new TableRows(connection, name);
        Table table = manifest.tables().get(name);
        if (table == null || !table.columns().equals(rows.columns())) {
          throw new ArchiveException(file + ": its table " + name + " has other columns.");
        }
        try (TableRows.Inserting inserting = rows.insert()) {
          readTable(zip, name, table, inserting);
        }
      }
      SchemaTables.restartSequences(connection);
    }
  }

  private static long readTable(
      ZipFile zip, String name, Table table, TableRows.@Nullable Inserting into)
      throws IOException, ArchiveException {
    ZipEntry entry = zip.getEntry(TABLES + name + ".tsv");
    if (entry == null) {
      throw new ArchiveException(zip.getName() + ": its table " + name + " is missing.");
    }
    long rows = 0;
    DigestInputStream digested = new DigestInputStream(zip.getInputStream(entry), sha256());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(digested, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (into != null) {
          into.add(ArchiveCells.cells(line));
        }
        rows++;
      }
    } catch (SQLException e) {
      throw new ArchiveException(zip.getName() + ": a row of " + name + " does not fit.", e);
    }
    if (!HexFormat.of().formatHex(digested.getMessageDigest().digest()).equals(table.sha256())) {
      throw new ArchiveException(
          zip.getName() + ": its table " + name + " is not as it was written.");
    }
    return rows;
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ArchiveException(zip.getName() + ": is not an archive of a store: no " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** SHA-256 of a file, in hexadecimal. */
  public static String sha256(Path file) throws IOException {
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
