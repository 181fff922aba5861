/**
 * How far two values of a field agree.
 *
 * <p>In: the columns of a {@link org.baophu.link.table.Table}. Out: for two rows an agreement
 * vector, one level per field ({@link org.baophu.link.compare.Agreement}). What the levels of a
 * field mean is told by {@link org.baophu.link.compare.Level}; level 0 is always "a value is
 * missing". A level is a kind of agreement (exact, one typo, middle name dropped, ...) and, where a
 * kind of agreement can come about by chance, a rarity class of the value agreed on: that is how
 * term frequency counts here, for whole values and for parts of them, exact or near, with its
 * weight learnt from the data like every other level's.
 *
 * <p>Rarity class: {@code floor(log4(present / count))}, the coarse and fine ends of the scale cut
 * off where fewer than 2 % of the records lie. Everything about a single value is worked out once
 * per distinct value; comparing two rows touches flat arrays and allocates nothing. Rows lie side
 * by side as packed values, from which most levels are told without looking the values up. {@link
 * org.baophu.link.compare.Repeats} finds the fields that say again what another says.
 */
@NullMarked
package org.baophu.link.compare;

import org.jspecify.annotations.NullMarked;
