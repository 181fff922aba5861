package org.baophu.link.compare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How common the values of one field, and their parts, were where a model was learnt.
 *
 * @param present how many records had a value
 * @param numbers by what is counted: rarity classes of values, records of words
 * @param masses by scale of rarity the share of the records in each class
 */
record FieldFrequencies(
    int present, Map<String, HashedNumbers> numbers, Map<String, double[]> masses) {

  HashedNumbers numbers(String name) {
    HashedNumbers found = numbers.get(name);
    if (found == null) {
      throw new IllegalArgumentException("the frequencies were counted on other fields");
    }
    return found;
  }

  double[] mass(String name) {
    double[] found = masses.get(name);
    if (found == null) {
      throw new IllegalArgumentException("the frequencies were counted on other fields");
    }
    return found;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(present);
    out.writeInt(numbers.size());
    for (Map.Entry<String, HashedNumbers> entry : new TreeMap<>(numbers).entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out);
    }
    out.writeInt(masses.size());
    for (Map.Entry<String, double[]> entry : new TreeMap<>(masses).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      for (double share : entry.getValue()) {
        out.writeDouble(share);
      }
    }
  }

  static FieldFrequencies read(DataInput in) throws IOException {
    int present = in.readInt();
    Map<String, HashedNumbers> numbers = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      numbers.put(in.readUTF(), HashedNumbers.read(in));
    }
    Map<String, double[]> masses = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      double[] mass = new double[in.readInt()];
      for (int i = 0; i < mass.length; i++) {
        mass[i] = in.readDouble();
      }
      masses.put(name, mass);
    }
    return new FieldFrequencies(present, numbers, masses);
  }
}
