package org.baophu.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.link.LinkOutcome;
import org.baophu.link.LinkResult;
import org.baophu.link.incremental.Fingerprints;

/**
 * What records were like where a model was learnt. A model says how often values agree among
 * matches and among others; that changes where a register grows or shrinks beyond bounds, where a
 * field is filled in more or less often, where matches become more or fewer, or where one value
 * comes to stand for many records, so that blocks outgrow what they were split for. Each of these
 * is a reason to learn anew; smaller moves are not, since weights hardly feel them.
 *
 * @param records by source how many there were
 * @param missing by source, by field, the share of the records without a value
 * @param matchesPerRecord expected number of matches among the pairs kept, for each record
 * @param largestBlock rows of the largest block
 */
record RecordProfile(
    Map<String, Long> records,
    Map<String, Map<String, Double>> missing,
    double matchesPerRecord,
    long largestBlock) {
  /** A source may grow or shrink by this factor. */
  private static final double MOST_GROWTH = 1.5;

  /** A share of missing values may move by this much. */
  private static final double MOST_MISSING = 0.1;

  /** Matches per record may become more or fewer by this share. */
  private static final double MOST_MATCHES = 0.2;

  /** Sources with fewer records then and now say nothing. */
  private static final long LEAST_RECORDS = 200;

  /** A block may always hold this many rows. */
  private static final long MOST_IN_BLOCK = 4_000;

  /** What tonight's records are like, before they are linked. */
  static RecordProfile of(Fingerprints prints, List<String> sources) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, Map<String, Double>> missing = new TreeMap<>();
    for (int source = 0; source < sources.size(); source++) {
      long count = prints.records(source);
      if (count > 0) {
        counts.put(sources.get(source), count);
        Map<String, Double> shares = new TreeMap<>();
        for (int field = 0; field < PersonTable.FIELDS.size(); field++) {
          double share = (double) prints.missing(source, field) / count;
          shares.put(PersonTable.FIELDS.get(field).name(), share);
        }
        missing.put(sources.get(source), shares);
      }
    }
    return new RecordProfile(counts, missing, Double.NaN, 0);
  }

  /** The same with what linking them has shown. */
  RecordProfile with(LinkOutcome outcome) {
    return new RecordProfile(
        records, missing, matchesPerRecord(outcome.result()), outcome.counts().largestBlock());
  }

  private static double matchesPerRecord(LinkResult result) {
    double sum = 0;
    for (double probability : result.pairs().probabilities()) {
      sum += probability;
    }
    return sum / Math.max(1, result.size());
  }

  /** The most rows that a block may hold before a model learnt here is to be learnt anew. */
  int mostInBlock() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(MOST_IN_BLOCK, 2 * largestBlock));
  }

  /** What moved beyond bounds since, in words that name no record; empty where nothing did. */
  List<String> driftTo(RecordProfile now) {
    List<String> drift = new ArrayList<>();
    for (String source : allSources(now)) {
      long before = records.getOrDefault(source, 0L);
      long after = now.records.getOrDefault(source, 0L);
      if (Math.max(before, after) < LEAST_RECORDS) {
        continue;
      }
      if (Math.max(before, after) > MOST_GROWTH * Math.min(before, after)) {
        drift.add("records:" + source);
      } else {
        missing
            .getOrDefault(source, Map.of())
            .forEach(
                (field, share) -> {
                  double move =
                      now.missing.getOrDefault(source, Map.of()).getOrDefault(field, share) - share;
                  if (Math.abs(move) > MOST_MISSING) {
                    drift.add("missing:" + source + "." + field);
                  }
                });
      }
    }
    return drift;
  }

  private List<String> allSources(RecordProfile now) {
    Map<String, Long> all = new TreeMap<>(records);
    all.putAll(now.records);
    return List.copyOf(all.keySet());
  }

  /** Whether matches have become more or fewer beyond bounds. */
  boolean hasOtherMatchesThan(LinkResult result) {
    long size = records.values().stream().mapToLong(Long::longValue).sum();
    double now = matchesPerRecord(result);
    return size >= LEAST_RECORDS
        && Math.abs(now - matchesPerRecord) > MOST_MATCHES * matchesPerRecord;
  }
}
