package org.baophu.link.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.link.table.Column;

/** The distinct values of a column as words: numbers into a sorted list of distinct words. */
final class Words {
  private final String[] dictionary;
  private final int[] starts;
  private final int[] ids;
  private final int[] records;

  private Words(String[] dictionary, int[] starts, int[] ids, int[] records) {
    this.dictionary = dictionary;
    this.starts = starts;
    this.ids = ids;
    this.records = records;
  }

  /** The words, split at spaces, of texts that stand for a column's codes. */
  static Words of(Column column, String[] texts) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> seen = new ArrayList<>();
    int[] starts = new int[texts.length + 1];
    int[] ids = new int[Math.max(16, texts.length * 3)];
    int used = 0;
    for (int code = 0; code < texts.length; code++) {
      starts[code] = used;
      String text = texts[code];
      for (int from = 0; from < text.length(); ) {
        int space = text.indexOf(' ', from);
        int to = space < 0 ? text.length() : space;
        if (to > from) {
          String word = text.substring(from, to);
          Integer number = numbers.get(word);
          if (number == null) {
            number = seen.size();
            numbers.put(word, number);
            seen.add(word);
          }
          if (used == ids.length) {
            ids = Arrays.copyOf(ids, used * 2);
          }
          ids[used++] = number;
        }
        from = to + 1;
      }
    }
    starts[texts.length] = used;
    int[] records = new int[seen.size()];
    for (int code = 0; code < texts.length; code++) {
      for (int i = starts[code]; i < starts[code + 1]; i++) {
        records[ids[i]] += column.count(code);
      }
    }
    return new Words(seen.toArray(new String[0]), starts, ids, records);
  }

  int distinct() {
    return dictionary.length;
  }

  String word(int id) {
    return dictionary[id];
  }

  /** How often a word occurs, over all records. */
  int records(int id) {
    return records[id];
  }

  int count(int code) {
    return starts[code + 1] - starts[code];
  }

  /** The word at a place of a code's text. */
  int at(int code, int place) {
    return ids[starts[code] + place];
  }

  int first(int code) {
    return count(code) == 0 ? -1 : ids[starts[code]];
  }

  int last(int code) {
    return count(code) == 0 ? -1 : ids[starts[code + 1] - 1];
  }
}
