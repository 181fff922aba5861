package org.baophu.link;

/**
 * How records differ from those of the last run, and what had to be done to link them.
 *
 * @param unchanged records that say what they said
 * @param added records that were not there
 * @param changed records that say something else
 * @param withdrawn records that are no longer there
 * @param compared pairs that were compared
 * @param components groups of records that were clustered again; where all were, the clusters
 * @param largestBlock rows of the largest block looked at
 */
public record LinkCounts(
    long unchanged,
    long added,
    long changed,
    long withdrawn,
    long compared,
    long components,
    long largestBlock) {}
