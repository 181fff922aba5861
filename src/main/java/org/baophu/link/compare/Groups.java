package org.baophu.link.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Codes grouped by something they have in common. */
final class Groups {
  private final int[] groupOfCode;
  private final int size;

  private Groups(int[] groupOfCode, int size) {
    this.groupOfCode = groupOfCode;
    this.size = size;
  }

  /** Groups codes 0 to {@code codes - 1} by equal keys. */
  static Groups by(int codes, IntFunction<?> key) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] groupOfCode = new int[codes];
    for (int code = 0; code < codes; code++) {
      Integer number = numbers.putIfAbsent(key.apply(code), numbers.size());
      groupOfCode[code] = number == null ? numbers.size() - 1 : number;
    }
    return new Groups(groupOfCode, numbers.size());
  }

  int of(int code) {
    return groupOfCode[code];
  }

  int[] array() {
    return groupOfCode;
  }

  int size() {
    return size;
  }
}
