package org.baophu.link;

import java.util.function.IntPredicate;
import org.baophu.link.incremental.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * A result, and what it takes to link the next records from there.
 *
 * @param result rows are those of the records
 * @param frozen the model that it came from
 * @param state what the next run may start from, {@code null} where records share ids and cannot be
 *     known again
 * @param counts what was done
 * @param isGroupAsBefore by place of a record, whether its group is known to hold what it held
 *     before, of records that did not change; of none where all were linked
 */
public record LinkOutcome(
    LinkResult result,
    FrozenModel frozen,
    @Nullable LinkState state,
    LinkCounts counts,
    IntPredicate isGroupAsBefore) {}
