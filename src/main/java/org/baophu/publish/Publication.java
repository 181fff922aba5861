package org.baophu.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.baophu.coverage.Potential;
import org.baophu.coverage.QualityReport;
import org.baophu.identity.Contradiction;
import org.baophu.identity.Person;
import org.baophu.issue.DataIssue;
import org.baophu.person.Commune;
import org.baophu.target.TargetPlan;
import org.baophu.unseen.UnseenEstimate;

/**
 * All that a night has found out.
 *
 * @param date the run's date
 * @param language of the reasons, and the one in which the report opens; Vietnamese for {@code vi},
 *     English for anything else
 * @param communes the communes of the province on that date
 * @param potential the persons on the list, in any order
 * @param members every person with his records, in the order in which they are to be written
 * @param review pairs for a clerk, the most worthwhile first
 * @param unseen people with a living who are on no list, estimated
 * @param fieldWork what collectors take along
 * @param summary one for each commune, and one for unknown where there is such a record or person
 * @param quality how right the lists probably are
 * @param auditSample whom a clerk is asked to check, and what the answers so far say
 * @param changes against the last published run, in the order in which they are to be written
 * @param conflicts decisions at odds, in the order in which they are to be written
 * @param rejects the rows that could not be used, in the order in which they are to be written
 */
public record Publication(
    LocalDate date,
    Locale language,
    List<Commune> communes,
    List<Potential> potential,
    Rows<Person> members,
    List<ReviewPair> review,
    TargetPlan targets,
    UnseenEstimate unseen,
    FieldWork fieldWork,
    List<CommuneSummary> summary,
    QualityReport quality,
    AuditSample auditSample,
    List<Change> changes,
    List<Contradiction> conflicts,
    Rows<DataIssue> rejects,
    NightFacts facts) {
  public Publication {
    communes = List.copyOf(communes);
    potential = List.copyOf(potential);
    review = List.copyOf(review);
    summary = List.copyOf(summary);
    changes = List.copyOf(changes);
    conflicts = List.copyOf(conflicts);
  }
}
