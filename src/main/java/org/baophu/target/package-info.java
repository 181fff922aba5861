/**
 * How many new participants are asked of each commune, organisation and collection point.
 *
 * <p>Comes in: the potential of each commune ({@link org.baophu.target.CommuneFigures}), the
 * collection points with their staff ({@link org.baophu.target.Organisation}) and a total ({@link
 * org.baophu.target.TargetRequest}). Goes out: a {@link org.baophu.target.TargetPlan} whose numbers
 * add up exactly at every level, each with its reasons. {@link org.baophu.target.Targets} makes it;
 * {@code Apportionment} is the rule that shares whole persons.
 */
@NullMarked
package org.baophu.target;

import org.jspecify.annotations.NullMarked;
