package org.baophu.cli;

import java.sql.SQLException;
import org.baophu.person.RecordKey;
import org.baophu.store.LockedException;
import org.baophu.store.PersonHistory;
import org.baophu.store.PersonHistory.Story;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Looks a person's story up in a store. Apart from the command, so that the classes of the database
 * are loaded only when they are needed: the command line knows every command at each start.
 */
final class StoredStory {
  /**
   * H2's error codes for a database that another process has open, and for one that is not there.
   */
  private static final int H2_IN_USE = 90020;

  private static final int H2_NOT_FOUND = 90146;

  private StoredStory() {}

  /**
   * Finds a story.
   *
   * @param url JDBC URL of the store; it is never made anew
   * @param about a person id, or SOURCE:RECORD
   * @throws SettingsException if there is no such person, record or store
   * @throws LockedException if a night is running on the store
   */
  static Story find(String url, String about) {
    String existing = url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url;
    PersonHistory history =
        new PersonHistory(
            new DriverManagerDataSource(
                existing,
                System.getenv().getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", "")));
    try {
      return find(history, about);
    } catch (BadSqlGrammarException e) {
      throw new SettingsException(
          "The store was written by an older version; the next night brings it up to date.");
    } catch (DataAccessException e) {
      throw unreachable(e);
    }
  }

  private static Story find(PersonHistory history, String about) {
    String person =
        about.indexOf(':') <= 0
            ? about
            : history
                .findPerson(key(about))
                .orElseThrow(() -> new SettingsException("No night knew a record " + about + "."));
    return history
        .find(person)
        .orElseThrow(
            () ->
                new SettingsException("No night knew a person " + about + "; ids read P0000001."));
  }

  private static RecordKey key(String about) {
    return RecordKey.find(about)
        .orElseThrow(
            () ->
                new SettingsException(
                    about
                        + " is no record; write tax:, business:, insurance: or poverty: and its id."));
  }

  private static RuntimeException unreachable(DataAccessException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
        return new LockedException("A night is running on this store. Wait for it to end.");
      }
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_NOT_FOUND) {
        return new SettingsException("There is no such database: " + sql.getMessage());
      }
    }
    return failure;
  }
}
