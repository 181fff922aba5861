package org.baophu.standard;

import java.time.LocalDate;
import org.baophu.person.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk decided about two records.
 *
 * @param a one record
 * @param b the other, never the same
 * @param decision {@code match}, {@code no_match}, {@code revoke}, or empty where none was made yet
 * @param decidedBy who decided, or empty
 * @param decidedOn null where not stated
 * @param note anything, or empty
 */
public record DecisionRow(
    RecordKey a,
    RecordKey b,
    String decision,
    String decidedBy,
    @Nullable LocalDate decidedOn,
    String note) {}
