/**
 * Rows become standard records: every value in its one standard form, or known to be missing.
 *
 * <p>Comes in: a {@link org.baophu.intake.Row} of a register. Goes out: a {@link
 * org.baophu.standard.StandardRecord}, or the {@link org.baophu.issue.DataIssue}s that say why not.
 * {@link org.baophu.standard.Standardiser} is the door for persons, {@link
 * org.baophu.standard.PlanningRows} for the small files, {@link
 * org.baophu.standard.CommuneRegister} says which commune a text names on a date, and {@link
 * org.baophu.standard.StandardRecordCodec} keeps records between the steps of a night.
 *
 * <p>One rule holds throughout: what is certain is mended, what is not is left missing and
 * reported, and nothing is guessed. How each kind of value is read stands at its class:
 *
 * <ul>
 *   <li>Names ({@code Names}): typing residue only where the word is no Vietnamese syllable and
 *       becomes one ({@code Syllable}, {@code TypingResidue}); surname first only where a given
 *       name that is no surname stands before a common surname; initials stay.
 *   <li>Birth dates ({@code BirthDates}): day before month; years of two digits only with the
 *       national id; 1 January stays a day, and whoever compares dates weighs it by {@link
 *       org.baophu.person.BirthDate#isFirstOfJanuary()}.
 *   <li>Identifiers ({@code IdentifierForms}, {@code Identifiers}): the kind is decided by form and
 *       check digit; values move between columns, lost zeros come back where that is certain.
 *   <li>Communes ({@link org.baophu.standard.CommuneRegister}): a name counts for every commune
 *       that ever had it; homonyms need a district, a type or the address.
 *   <li>Words of fixed choice ({@code Words}): the public contract's, and the usual Vietnamese
 *       ones.
 * </ul>
 *
 * <p>Standardising a standard value changes nothing.
 */
@NullMarked
package org.baophu.standard;

import org.jspecify.annotations.NullMarked;
