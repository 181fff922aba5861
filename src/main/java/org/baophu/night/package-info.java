/**
 * A night, from the files that came in to the lists that go out: the statement of the pipeline.
 *
 * <p>Comes in: a {@link org.baophu.night.NightRun} (date, delivery, settings) and a {@link
 * org.baophu.night.NightStore} (what earlier nights left). Goes out: the directory {@code
 * OUTPUT/<date>} and what the store keeps for later nights. {@link org.baophu.night.Night} runs one
 * {@link org.baophu.night.Stage} after the other; read these two first.
 *
 * <p>What happened since the last night is worked out in four steps: {@code Remembering} holds the
 * records against what they said before, {@code Happenings} sorts that by person, {@code
 * IdentityReasons} says why persons merged and split, and {@code Causes} what brought each
 * difference on the list about; {@code Retrospect} puts it together.
 *
 * <p>Every stage is plain Java and leaves what is costly to make again in the run's {@code
 * Workspace}, so that a night that was killed goes on with the stage in which it was killed. What
 * is cheap is made again. Nothing depends on the number of threads or on where a run was
 * interrupted.
 */
@NullMarked
package org.baophu.night;

import org.jspecify.annotations.NullMarked;
