package org.baophu.night;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.identity.IdentityChange;
import org.baophu.identity.Membership;
import org.baophu.identity.Person;
import org.baophu.identity.PersonIds;
import org.baophu.person.RecordKey;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/**
 * The persons of a night.
 *
 * @param persons sorted by id
 * @param members for each of them, the indexes of the records, ascending
 */
record Persons(
    List<Person> persons, int[][] members, List<IdentityChange> changes, long lastNumber) {

  /** Gives every cluster the id that earlier nights gave its records, or a new one. */
  static Persons identify(
      List<StandardRecord> records, Links links, Map<RecordKey, String> previous, long lastNumber) {
    List<List<Membership>> clusters = new ArrayList<>(links.clusterCount());
    for (int i = 0; i < links.clusterCount(); i++) {
      clusters.add(new ArrayList<>(2));
    }
    for (int row = 0; row < records.size(); row++) {
      clusters
          .get(links.cluster()[row])
          .add(new Membership(records.get(row).key(), links.membership()[row]));
    }
    PersonIds.Assignment assignment = PersonIds.assign(clusters, previous, lastNumber);
    return of(assignment, records);
  }

  private static Persons of(PersonIds.Assignment assignment, List<StandardRecord> records) {
    Map<RecordKey, Integer> rows = new HashMap<>(records.size() * 2);
    for (int row = 0; row < records.size(); row++) {
      rows.put(records.get(row).key(), row);
    }
    int[][] members =
        assignment.persons().stream()
            .map(p -> p.members().stream().mapToInt(m -> rows.get(m.key())).toArray())
            .toArray(int[][]::new);
    return new Persons(
        assignment.persons(), members, assignment.changes(), assignment.lastNumber());
  }

  /** The same persons, some of them by other memberships, of which there is one for each record. */
  Persons withMemberships(
      List<StandardRecord> records, float[] membership, Collection<Integer> some) {
    List<Person> others = new ArrayList<>(persons);
    for (int person : some) {
      List<Membership> own =
          Arrays.stream(members[person])
              .mapToObj(row -> new Membership(records.get(row).key(), membership[row]))
              .toList();
      others.set(person, new Person(persons.get(person).id(), own));
    }
    return new Persons(others, members, changes, lastNumber);
  }

  /** The person, by index, of every record. */
  int[] personOfRow(int rows) {
    int[] personOfRow = new int[rows];
    for (int person = 0; person < members.length; person++) {
      for (int row : members[person]) {
        personOfRow[row] = person;
      }
    }
    return personOfRow;
  }

  /** The indexes of those with an active tax record or an active business. */
  BitSet earning(List<StandardRecord> records) {
    BitSet earning = new BitSet(members.length);
    for (int person = 0; person < members.length; person++) {
      earning.set(
          person,
          Arrays.stream(members[person]).mapToObj(records::get).anyMatch(Persons::isLiving));
    }
    return earning;
  }

  private static boolean isLiving(StandardRecord record) {
    return record.details() instanceof Details.Tax tax && tax.active()
        || record.details() instanceof Details.Business business
            && business.status() == Details.BusinessStatus.ACTIVE;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(lastNumber);
    out.writeInt(changes.size());
    for (IdentityChange change : changes) {
      out.writeUTF(change.kind().name());
      out.writeUTF(change.personId());
      out.writeUTF(change.otherId());
    }
    out.writeInt(persons.size());
    for (int i = 0; i < members.length; i++) {
      out.writeUTF(persons.get(i).id());
      out.writeInt(members[i].length);
      for (int j = 0; j < members[i].length; j++) {
        out.writeInt(members[i][j]);
        out.writeDouble(persons.get(i).members().get(j).probability());
      }
    }
  }

  static Persons read(DataInput in, List<StandardRecord> records) throws IOException {
    long lastNumber = in.readLong();
    List<IdentityChange> changes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      changes.add(
          new IdentityChange(
              IdentityChange.Kind.valueOf(in.readUTF()), in.readUTF(), in.readUTF()));
    }
    int count = in.readInt();
    List<Person> persons = new ArrayList<>(count);
    int[][] members = new int[count][];
    for (int i = 0; i < count; i++) {
      String id = in.readUTF();
      members[i] = new int[in.readInt()];
      List<Membership> memberships = new ArrayList<>(members[i].length);
      for (int j = 0; j < members[i].length; j++) {
        members[i][j] = in.readInt();
        memberships.add(new Membership(records.get(members[i][j]).key(), in.readDouble()));
      }
      persons.add(new Person(id, memberships));
    }
    return new Persons(persons, members, changes, lastNumber);
  }
}
