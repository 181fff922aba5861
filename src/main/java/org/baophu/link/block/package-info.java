/**
 * Which pairs of rows are worth comparing.
 *
 * <p>In: a {@link org.baophu.link.table.Table}. Out: candidate pairs, each once, in a fixed order,
 * streamed. Types to meet first: a {@link org.baophu.link.block.Part} is something a value is
 * blocked by (a whole value, a name's outer words, a date's month, half of an identifier); a {@link
 * org.baophu.link.block.BlockingKey} is one to three parts of different fields that must all agree;
 * {@link org.baophu.link.block.KeySearch} finds which keys are selective enough, {@link
 * org.baophu.link.block.PairPool} samples their pairs, {@link org.baophu.link.block.KeyChoice}
 * picks those that reach the matches best; {@link org.baophu.link.block.Candidates} streams the
 * pairs.
 *
 * <p>Limits and defaults: a key may yield at most 4 pairs per row by itself, all keys together 60;
 * at most 24 keys; one that yields more than 200,000 pairs must add a match per 2,000 of them;
 * blocks of more than 1,000 rows are split by a further part.
 */
@NullMarked
package org.baophu.link.block;

import org.jspecify.annotations.NullMarked;
