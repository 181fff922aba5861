package org.baophu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The story of a person, as the nights stored it: under which ids, with which records, what became
 * of them, on which lists, and what clerks decided.
 */
public final class PersonHistory {
  private final JdbcTemplate jdbc;

  /**
   * @param database with the schema of a night
   */
  public PersonHistory(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  /** What an entry of the story is about; entries of a night stand in this order. */
  public enum Kind {
    /** A record that the person has had from the first night that knew it. */
    KNOWN,
    /** A {@code record_event}, by its kind. */
    EVENT,
    /** Another id ended and goes on under this one, or this one under another. */
    MERGED,
    /** Some records left for another id, or came from one. */
    SPLIT,
    /** A line of {@code changes.csv}. */
    LIST,
    /** A clerk's decision about one of the records, in the night that took it in. */
    DECISION,
    /** The person was drawn for a clerk to check. */
    SAMPLED,
    /** What a clerk found, in the night that took it in. */
    CHECKED
  }

  /**
   * An entry of the story.
   *
   * @param runNo the night by its number; 0 where an older version did not note it
   * @param date the night's, empty if unknown
   * @param words what is told, by kind. KNOWN: record. EVENT: kind, record, person, other, detail.
   *     MERGED and SPLIT: person that goes on, other, reasons in JSON. LIST: person, change,
   *     commune code, differences in JSON. DECISION: both records, verdict, who, when, note.
   *     SAMPLED: person, side of the list. CHECKED: person, whether insured, whether eligible, who,
   *     when.
   */
  public record Entry(long runNo, String date, Kind kind, List<String> words) {
    public Entry {
      words = List.copyOf(words);
    }
  }

  /**
   * A whole story.
   *
   * @param personId the id under which the person goes on
   * @param otherIds ids that ended in it, sorted
   * @param records those that are the person's now, with whether the last night missed them
   * @param entries by night
   */
  public record Story(
      String personId,
      Set<String> otherIds,
      Map<RecordKey, Boolean> records,
      List<Entry> entries) {}

  /** Whose a record is, by the record_id it has or had. */
  public Optional<String> findPerson(RecordKey key) {
    RecordKey here = key;
    for (int step = 0; step < 100; step++) {
      List<String> person =
          jdbc.queryForList(
              "SELECT person_id FROM person_member WHERE source = ? AND record_id = ?",
              String.class,
              here.source().code(),
              here.recordId());
      if (!person.isEmpty()) {
        return Optional.of(person.get(0));
      }
      List<String> later =
          jdbc.queryForList(
              "SELECT new_id FROM renumbering WHERE source = ? AND old_id = ? ORDER BY run_no DESC",
              String.class,
              here.source().code(),
              here.recordId());
      if (later.isEmpty()) {
        return Optional.empty();
      }
      here = new RecordKey(here.source(), later.get(0));
    }
    return Optional.empty();
  }

  /** The story of a person, followed through merges; empty if no night knew such an id. */
  public Optional<Story> find(String personId) {
    String survivor = survivor(personId);
    Set<String> ids = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(survivor));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (ids.add(id)) {
        open.addAll(
            jdbc.queryForList(
                "SELECT other_id FROM identity_change WHERE kind = 'MERGED' AND person_id = ?",
                String.class,
                id));
      }
    }
    Telling telling = new Telling(ids);
    Story story = telling.story(survivor);
    return story.entries().isEmpty() && story.records().isEmpty()
        ? Optional.empty()
        : Optional.of(story);
  }

  private String survivor(String personId) {
    String id = personId;
    for (Set<String> seen = new TreeSet<>(); seen.add(id); ) {
      List<String> next =
          jdbc.queryForList(
              "SELECT person_id FROM identity_change WHERE kind = 'MERGED' AND other_id = ?"
                  + " ORDER BY run_no DESC",
              String.class,
              id);
      id = next.isEmpty() ? id : next.get(0);
    }
    return id;
  }

  /** Collects one story. */
  private final class Telling {
    private final Set<String> ids;
    private final Map<Long, String> dates = new TreeMap<>();
    private final Map<RecordKey, Boolean> records = new TreeMap<>();
    private final Set<RecordKey> everTheirs = new TreeSet<>();
    private final List<Entry> entries = new ArrayList<>();

    Telling(Set<String> ids) {
      this.ids = ids;
      jdbc.query(
          "SELECT run_no, run_date FROM night_run",
          row -> {
            LocalDate date = row.getDate(2).toLocalDate();
            dates.put(row.getLong(1), date.toString());
          });
    }

    Story story(String survivor) {
      for (String id : ids) {
        collectMembers(id);
        collectEvents(id);
        collectIdentity(id);
        collectList(id);
        collectSamples(id);
      }
      everTheirs.forEach(this::collectFirst);
      everTheirs.forEach(this::collectDecisions);
      Set<String> others = new TreeSet<>(ids);
      others.remove(survivor);
      List<Entry> told =
          entries.stream()
              .distinct()
              .sorted(
                  Comparator.comparingLong(Entry::runNo)
                      .thenComparing(Entry::kind)
                      .thenComparing(entry -> String.join(" ", entry.words())))
              .toList();
      return new Story(survivor, others, records, told);
    }

    private void add(long runNo, Kind kind, String... words) {
      entries.add(new Entry(runNo, dates.getOrDefault(runNo, ""), kind, List.of(words)));
    }

    private void collectMembers(String id) {
      jdbc.query(
          "SELECT source, record_id, gone_run_no FROM person_member WHERE person_id = ?",
          row -> {
            RecordKey key = key(row, 1);
            row.getLong(3);
            records.put(key, !row.wasNull());
            everTheirs.add(key);
          },
          id);
    }

    private void collectEvents(String id) {
      jdbc.query(
          "SELECT run_no, source, record_id, kind, person_id, other_id, detail FROM record_event"
              + " WHERE person_id = ? OR kind = 'MOVED' AND other_id = ?",
          row -> {
            RecordKey key = key(row, 2);
            everTheirs.add(key);
            add(
                row.getLong(1),
                Kind.EVENT,
                row.getString(4),
                key.toString(),
                row.getString(5),
                row.getString(6),
                row.getString(7));
          },
          id,
          id);
    }

    private void collectIdentity(String id) {
      jdbc.query(
          "SELECT run_no, kind, person_id, other_id, reasons FROM identity_change"
              + " WHERE person_id = ? OR other_id = ?",
          row -> {
            add(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5));
          },
          id,
          id);
    }

    private void collectList(String id) {
      jdbc.query(
          "SELECT run_no, person_id, kind, commune_code, reasons FROM list_change"
              + " WHERE person_id = ?",
          row -> {
            add(
                row.getLong(1),
                Kind.LIST,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
          },
          id);
    }

    private void collectSamples(String id) {
      jdbc.query(
          "SELECT run_no, side FROM sample_draw WHERE person_id = ?",
          row -> {
            add(row.getLong(1), Kind.SAMPLED, id, row.getString(2));
          },
          id);
      jdbc.query(
          "SELECT first_run_no, insured, eligible, checked_by, checked_on FROM sample_answer"
              + " WHERE person_id = ?",
          row -> {
            add(
                row.getLong(1),
                Kind.CHECKED,
                id,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
          },
          id);
    }

    /** A record that was the person's from the first night on has no event that says so. */
    private void collectFirst(RecordKey key) {
      List<String> from =
          jdbc.queryForList(
              "SELECT person_id FROM record_event WHERE kind = 'MOVED' AND source = ?"
                  + " AND record_id = ? ORDER BY run_no",
              String.class,
              key.source().code(),
              key.recordId());
      if (from.isEmpty() || ids.contains(from.get(0))) {
        jdbc.query(
            "SELECT first_run_no FROM person_member WHERE source = ? AND record_id = ?",
            row -> {
              add(row.getLong(1), Kind.KNOWN, key.toString());
            },
            key.source().code(),
            key.recordId());
      }
    }

    private void collectDecisions(RecordKey key) {
      jdbc.query(
          "SELECT first_run_no, source_a, id_a, source_b, id_b, verdict, decided_by, decided_on,"
              + " note FROM decision WHERE source_a = ? AND (id_a = ? OR current_a = ?)"
              + " OR source_b = ? AND (id_b = ? OR current_b = ?)",
          row -> {
            add(
                row.getLong(1),
                Kind.DECISION,
                key(row, 2).toString(),
                key(row, 4).toString(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
          },
          key.source().code(),
          key.recordId(),
          key.recordId(),
          key.source().code(),
          key.recordId(),
          key.recordId());
    }
  }

  private static RecordKey key(ResultSet row, int at) throws SQLException {
    return new RecordKey(Source.of(row.getString(at)), row.getString(at + 1));
  }
}
