/**
 * Work on several threads with results in a fixed order.
 *
 * <p>In: numbered tasks. Out: their results by number, so that what is computed never depends on
 * how many threads there are. One type: {@link org.baophu.link.parallel.Tasks}.
 */
@NullMarked
package org.baophu.link.parallel;

import org.jspecify.annotations.NullMarked;
