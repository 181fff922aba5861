/**
 * The domain's words: what a name, a birth date, an identifier or a commune is.
 *
 * <p>Every type is an immutable value that cannot hold nonsense: {@code parse} methods return empty
 * where the text is no such value. What a value implies is asked of the value ({@link
 * org.baophu.person.NationalId#birthYear()}). How values go wrong in files, and how they are
 * mended, is the business of {@code standard}.
 */
@NullMarked
package org.baophu.person;

import org.jspecify.annotations.NullMarked;
