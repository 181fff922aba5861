package org.baophu.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk found out about a person; it outranks whatever the records make likely.
 *
 * @param isInsured whether insurance is in force
 * @param on the day of the check; null where not stated
 */
public record Finding(boolean isInsured, @Nullable LocalDate on) {}
