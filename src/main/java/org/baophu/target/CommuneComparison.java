package org.baophu.target;

import java.util.List;
import java.util.Map;
import org.baophu.coverage.Reason;

/**
 * What a commune would get under each notion of fair, and how far its target hangs on the list.
 *
 * @param byNotion new participants asked under each notion, all else as it is
 * @param chosen the notion chosen
 * @param target under the notion chosen
 * @param low the least target while every commune's list is as long as its 95 % interval lets it
 *     be: here the shortest, elsewhere the longest
 * @param high the greatest: here the longest, elsewhere the shortest
 */
public record CommuneComparison(
    String communeCode,
    String commune,
    Map<Notion, Long> byNotion,
    Notion chosen,
    long target,
    long low,
    long high,
    List<Reason> reasons) {
  public CommuneComparison {
    byNotion = Map.copyOf(byNotion);
    reasons = List.copyOf(reasons);
  }

  /** What the commune gets under a notion. */
  public long under(Notion notion) {
    return byNotion.getOrDefault(notion, 0L);
  }

  /** The least under any notion. */
  public long smallest() {
    return byNotion.values().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  /** The most under any notion. */
  public long largest() {
    return byNotion.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
