package org.baophu.link.block;

/** Takes candidate pairs. */
@FunctionalInterface
public interface PairSink {
  /**
   * One pair.
   *
   * @param key index of the first key that reaches it
   */
  void accept(int key, int rowA, int rowB);

  /** Nothing more comes. */
  default void done() {}
}
