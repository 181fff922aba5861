package org.baophu.link.compare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How common values were where a model was learnt, field by field. A table compared by them gives
 * every pair the levels that the pair's own values alone decide, whatever other rows there are. A
 * value that was not there counts as one that a single record held. Immutable.
 */
public final class Frequencies {
  private final List<FieldFrequencies> fields;

  Frequencies(List<FieldFrequencies> fields) {
    this.fields = List.copyOf(fields);
  }

  /** How many fields there are. */
  public int size() {
    return fields.size();
  }

  FieldFrequencies field(int field) {
    return fields.get(field);
  }

  /**
   * How many records held a word of a field of type TEXT, 1 where none did.
   *
   * @param word in plain spelling, as {@link Folding#plain} gives it
   * @throws IllegalArgumentException where the field's words were not counted
   */
  public int records(int field, String word) {
    return fields.get(field).numbers(Usage.WORDS).of(word);
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(fields.size());
    for (FieldFrequencies field : fields) {
      field.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Frequencies read(DataInput in) throws IOException {
    List<FieldFrequencies> fields = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      fields.add(FieldFrequencies.read(in));
    }
    return new Frequencies(fields);
  }
}
