/**
 * The night as a Spring Batch job.
 *
 * <p>{@link org.baophu.batch.NightLauncher} is the door: it takes a {@link
 * org.baophu.night.NightRun}, opens the database, and runs or resumes the job. {@code NightJob}
 * makes a step of each {@link org.baophu.night.Stage}; files are read in partitions, one each. The
 * job's parameters are the date and the digest of inputs and configuration, so that the same night
 * asked for twice is done once, and one that was killed goes on where it stopped.
 */
@NullMarked
package org.baophu.batch;

import org.jspecify.annotations.NullMarked;
