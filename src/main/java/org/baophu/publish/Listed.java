package org.baophu.publish;

import org.baophu.coverage.Potential;

/**
 * A row of a commune's list.
 *
 * @param person the potential participant
 * @param rank place in the commune's list, from 1
 * @param place the commune whose list it is
 */
record Listed(Potential person, int rank, Place place) {}
