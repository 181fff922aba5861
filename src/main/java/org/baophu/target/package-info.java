/**
 * How many new participants are asked of each commune, organisation and collection point.
 *
 * <p>Comes in: {@link org.baophu.target.PlanInputs} (the figures of each commune, the collection
 * points with their staff, the province's number, the goals of the law) and a {@link
 * org.baophu.target.TargetRequest}. Goes out: a {@link org.baophu.target.TargetPlan} whose numbers
 * add up exactly at every level, each with its reasons. {@link org.baophu.target.Targets} makes it.
 *
 * <ol>
 *   <li>The total ({@code Total}): given, the province's, or a year of the path to the goals
 *       ({@code GoalPath}).
 *   <li>Bounds ({@code Demand}) and weights ({@link org.baophu.target.Notion}, {@code Weights}) of
 *       the communes.
 *   <li>{@code Apportionment}, the rule that shares whole persons.
 *   <li>What cannot be met, and what would have to give way ({@code Relaxations}); what every
 *       commune would get otherwise ({@code Comparisons}).
 * </ol>
 *
 * <p>Not all that one could wish can be had together. Balinski and Young (1982): no rule keeps
 * every share within one of its exact quota and also never takes from anybody when the total grows.
 * Kept here: exact sums, bounds, nobody loses when the total grows, nobody gains by a smaller list.
 * Given up: quota, which however never failed in 3,000 random provinces without bounds.
 */
@NullMarked
package org.baophu.target;

import org.jspecify.annotations.NullMarked;
