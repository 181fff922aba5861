package org.baophu.link.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups of records, numbered as they come, with their sizes by side. */
final class Groups {
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<long[]> sizes = new ArrayList<>();

  int number(long name) {
    Integer number = numbers.get(name);
    if (number == null) {
      number = sizes.size();
      numbers.put(name, number);
      sizes.add(new long[3]);
    }
    return number;
  }

  void add(int group, int side) {
    sizes.get(group)[side]++;
  }

  long[] sizes(int group) {
    return sizes.get(group);
  }

  int count() {
    return sizes.size();
  }
}
