/**
 * The facts about Vietnam and Lạng Sơn that the program ships, as small tables.
 *
 * <p>Each is a CSV file among the resources of this package; {@link
 * org.baophu.reference.ReferenceTable} reads one. Where they come from:
 *
 * <ul>
 *   <li>{@code old_communes}, {@code commune_history}: lists of the General Statistics Office.
 *   <li>{@code new_communes}: National Statistics Office, Resolution 1672/NQ-UBTVQH15.
 *   <li>{@code commune_mapping}: the National Statistics Office's conversion table of July 2025.
 *   <li>{@code commune_retired_names}: resolutions of 2019 and 2024, cited row by row.
 *   <li>{@code provinces}: prefixes of national ids; GSO, NSO.
 *   <li>{@code surnames}, {@code middle_names}, {@code given_names}, {@code name_length}, {@code
 *       surnames_ethnic}: counts in MIT-licensed name samples.
 *   <li>{@code legacy_encodings}, {@code text_variants}: Vietnamese letters in older encodings and
 *       spellings.
 *   <li>{@code phone_prefix_2018}: the change of mobile prefixes in 2018.
 *   <li>{@code tax_status_codes}: Circular 86/2024/TT-BTC.
 *   <li>{@code retirement_age}: Decree 135/2020/NĐ-CP.
 *   <li>{@code legal_parameters}: rates, thresholds and dates, each with its legal basis and how
 *       far it was verified.
 * </ul>
 */
@NullMarked
package org.baophu.reference;

import org.jspecify.annotations.NullMarked;
