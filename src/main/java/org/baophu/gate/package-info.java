/**
 * Holds a night against the last ones before anything of it is published.
 *
 * <p>Comes in: the {@link org.baophu.gate.NightStatistics} of tonight, the {@link
 * org.baophu.gate.PastNight}s that were published, the {@link org.baophu.gate.GateSettings}, and
 * the {@link org.baophu.gate.Acceptance}s of whoever runs the night. Goes out: a {@link
 * org.baophu.gate.Judgement} for each {@link org.baophu.gate.Measure}; one that {@linkplain
 * org.baophu.gate.Verdict#STOPPED stops} keeps the night from its readers. {@link
 * org.baophu.gate.Gatekeeper} is the door, {@link org.baophu.gate.Bounds} says how bounds are
 * learnt.
 *
 * <p>Plain arithmetic on a few hundred numbers: no files, no clock, no persons.
 */
@NullMarked
package org.baophu.gate;

import org.jspecify.annotations.NullMarked;
