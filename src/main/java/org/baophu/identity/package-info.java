/**
 * Who is who, from night to night.
 *
 * <p>Comes in: the clusters of records that tonight's linkage found, each record with the
 * probability that it belongs, and the person ids that records had last night. Goes out: {@link
 * org.baophu.identity.Person}s whose ids stay the same for as long as the records allow, and the
 * {@link org.baophu.identity.IdentityChange}s where they could not.
 *
 * <p>Types to meet first: {@link org.baophu.identity.PersonIds} gives the ids; {@link
 * org.baophu.identity.Decisions} settles what clerks decided about pairs of records, before the
 * linkage is bound by it. Nothing here is a parameter: the rules are fixed and stated where they
 * are applied.
 */
@NullMarked
package org.baophu.identity;

import org.jspecify.annotations.NullMarked;
