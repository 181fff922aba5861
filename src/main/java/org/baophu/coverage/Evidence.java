package org.baophu.coverage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.baophu.identity.Membership;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/** A person's records by kind, each with how surely it is theirs. */
final class Evidence {
  /** Whose values are kept with most care: insurance and poverty files are checked by people. */
  static final Comparator<StandardRecord> TRUSTED_FIRST =
      Comparator.<StandardRecord>comparingInt(record -> distrust(record.key().source()))
          .thenComparing(StandardRecord::key);

  private final List<StandardRecord> records;
  private final Map<RecordKey, Double> memberships = new HashMap<>();
  private final List<Set<RecordKey>> joined;

  Evidence(PersonFile file) {
    records = file.records();
    joined = file.joined();
    for (Membership member : file.person().members()) {
      memberships.put(member.key(), member.probability());
    }
  }

  /** All records, sorted by key. */
  List<StandardRecord> records() {
    return records;
  }

  /** Probability that the record is this person's. */
  double membership(StandardRecord record) {
    return memberships.getOrDefault(record.key(), 0.0);
  }

  /** Whether somebody decided that the two are one person's. */
  boolean areJoined(StandardRecord one, StandardRecord other) {
    return joined.stream()
        .anyMatch(group -> group.contains(one.key()) && group.contains(other.key()));
  }

  /** The records with details of one kind, sorted by key. */
  <D extends Details> List<Detailed<D>> list(Class<D> kind) {
    return records.stream()
        .filter(record -> kind.isInstance(record.details()))
        .map(record -> new Detailed<>(record, kind.cast(record.details())))
        .toList();
  }

  List<Detailed<Details.Tax>> listActiveTax() {
    return list(Details.Tax.class).stream().filter(tax -> tax.details().active()).toList();
  }

  List<Detailed<Details.Business>> listActiveBusinesses() {
    return list(Details.Business.class).stream()
        .filter(business -> business.details().status() == Details.BusinessStatus.ACTIVE)
        .toList();
  }

  /** The records that give the person a living. */
  Stream<StandardRecord> living() {
    return Stream.concat(
        listActiveTax().stream().map(Detailed::record),
        listActiveBusinesses().stream().map(Detailed::record));
  }

  /** A record with its details. */
  record Detailed<D extends Details>(StandardRecord record, D details) {
    String key() {
      return record.key().toString();
    }
  }

  private static int distrust(Source source) {
    return switch (source) {
      case INSURANCE -> 0;
      case POVERTY -> 1;
      case TAX -> 2;
      case BUSINESS -> 3;
    };
  }
}
