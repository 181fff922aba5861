/**
 * When nights begin.
 *
 * <p>{@link org.baophu.schedule.Scheduler} is the door: it waits for the times of a {@link
 * org.baophu.schedule.Timetable}, has a {@link org.baophu.schedule.NightRunner} run the night,
 * tries again as its {@link org.baophu.schedule.Retries} say, and makes up on start for a night
 * that was missed; what it did is kept in a {@link org.baophu.schedule.Ledger}. How a night is run,
 * and who hears of it, it does not know.
 *
 * <p>Nothing here asks the system for the time or sleeps but {@link org.baophu.schedule.Alarm}.
 */
@NullMarked
package org.baophu.schedule;

import org.jspecify.annotations.NullMarked;
