/**
 * The audit trail: what happened to the lists and to the store, line by line, so that a line that
 * was changed, taken out, put in or moved is seen.
 *
 * <p>Every {@link org.baophu.audit.AuditLine} holds the SHA-256 of the line before it and of what
 * it says itself, so that the last hash vouches for all lines: {@link org.baophu.audit.AuditHead}
 * is written beside the results as well, where it shows whether lines were cut off the end. {@link
 * org.baophu.audit.AuditChain} looks for {@link org.baophu.audit.Finding}s.
 *
 * <p>What this cannot show: whoever may write both the database and the output directory can write
 * the whole chain anew, with a head that fits. With a key ({@link org.baophu.audit.AuditKey}) that
 * the writer of the database does not have, they cannot: every line then carries an HMAC-SHA-256 of
 * its hash. Nor can a chain show that an event was never written down, or that a database with its
 * head was set back together to an earlier day; copies of the head elsewhere show that.
 *
 * <p>Lines name no persons: they hold dates, run keys, counts, reasons and who acted.
 */
@NullMarked
package org.baophu.audit;

import org.jspecify.annotations.NullMarked;
