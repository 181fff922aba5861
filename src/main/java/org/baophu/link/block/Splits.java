package org.baophu.link.block;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which blocks were too large where the keys were chosen, and what they were split by. A table
 * blocked by them has each row in the blocks that the row's own values alone decide, whatever other
 * rows there are. Immutable.
 */
public final class Splits {
  /** By key. */
  private final List<OfKey> keys;

  /**
   * The splits of one key.
   *
   * @param parts names of the parts, in the order in which they split
   * @param values by part what the blocks that it split stood for, ascending
   */
  record OfKey(List<String> parts, List<int[]> values) {
    OfKey {
      parts = List.copyOf(parts);
      values = List.copyOf(values);
    }

    boolean splits(int part, int value) {
      return Arrays.binarySearch(values.get(part), value) >= 0;
    }
  }

  Splits(List<OfKey> keys) {
    this.keys = List.copyOf(keys);
  }

  OfKey key(int key) {
    return keys.get(key);
  }

  /** The names of all parts that blocks were split by. */
  public Set<String> parts() {
    return keys.stream().flatMap(key -> key.parts().stream()).collect(Collectors.toSet());
  }

  /** How many keys there are. */
  public int size() {
    return keys.size();
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(keys.size());
    for (OfKey key : keys) {
      out.writeInt(key.parts().size());
      for (int part = 0; part < key.parts().size(); part++) {
        out.writeUTF(key.parts().get(part));
        int[] values = key.values().get(part);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Integer.BYTES));
        bytes.asIntBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Splits read(DataInput in) throws IOException {
    List<OfKey> keys = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      List<String> parts = new ArrayList<>();
      List<int[]> values = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        parts.add(in.readUTF());
        int[] split = new int[in.readInt()];
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(split.length, Integer.BYTES));
        in.readFully(bytes.array());
        bytes.asIntBuffer().get(split);
        values.add(split);
      }
      keys.add(new OfKey(parts, values));
    }
    return new Splits(keys);
  }
}
