package org.baophu.link;

import org.baophu.link.block.Candidates;

/**
 * How to link.
 *
 * @param mode which pairs may match
 * @param oneToOne whether a cluster may hold at most one row of each source
 * @param threshold in (0, 1): clusters are built from evidence of at least this probability.
 *     Raising it gives fewer wrong and more missed links: two records at 0.7 are joined at 0.5, not
 *     at 0.9.
 * @param keepAbove in (0, 1): pairs of at least this probability are kept in the result
 * @param largestBlock at least 2: when a model is learnt, blocks of more rows are split by a
 *     further field; raising it finds more of the faint pairs and takes longer
 * @param threads at least 1; changes the time taken, never the result
 */
public record LinkSettings(
    LinkMode mode,
    boolean oneToOne,
    double threshold,
    double keepAbove,
    int largestBlock,
    int threads) {
  /**
   * @throws IllegalArgumentException where a number lies outside its range
   */
  public LinkSettings {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not between 0 and 1");
    }
    if (!(keepAbove > 0 && keepAbove < 1)) {
      throw new IllegalArgumentException("keep_above " + keepAbove + " is not between 0 and 1");
    }
    if (largestBlock < 2) {
      throw new IllegalArgumentException("largestBlock " + largestBlock + " is less than 2");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads + " is less than 1");
    }
  }

  /**
   * Link and dedupe, many to many, threshold 0.5, pairs kept from 0.01, blocks of 1,000, one
   * thread.
   */
  public static LinkSettings defaults() {
    return new LinkSettings(
        LinkMode.LINK_AND_DEDUPE, false, 0.5, 0.01, Candidates.LARGEST_BLOCK, 1);
  }

  /** The same with another mode. */
  public LinkSettings withMode(LinkMode newMode) {
    return new LinkSettings(newMode, oneToOne, threshold, keepAbove, largestBlock, threads);
  }

  /** The same with or without at most one row of each source in a cluster. */
  public LinkSettings withOneToOne(boolean newOneToOne) {
    return new LinkSettings(mode, newOneToOne, threshold, keepAbove, largestBlock, threads);
  }

  /** The same with another threshold. */
  public LinkSettings withThreshold(double newThreshold) {
    return new LinkSettings(mode, oneToOne, newThreshold, keepAbove, largestBlock, threads);
  }

  /** The same with another bound for pairs to be kept. */
  public LinkSettings withKeepAbove(double newKeepAbove) {
    return new LinkSettings(mode, oneToOne, threshold, newKeepAbove, largestBlock, threads);
  }

  /** The same with another bound for blocks. */
  public LinkSettings withLargestBlock(int newLargestBlock) {
    return new LinkSettings(mode, oneToOne, threshold, keepAbove, newLargestBlock, threads);
  }

  /** The same with another number of threads. */
  public LinkSettings withThreads(int newThreads) {
    return new LinkSettings(mode, oneToOne, threshold, keepAbove, largestBlock, newThreads);
  }
}
