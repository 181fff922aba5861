package org.baophu.publish;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.baophu.identity.Contradiction;
import org.baophu.identity.Decision;
import org.baophu.identity.Verdict;

/** Decisions at odds, in words. */
final class Conflicts {
  private final Messages messages;

  Conflicts(Messages messages) {
    this.messages = messages;
  }

  /**
   * The pair that is in question: about which there are two verdicts, or which matches lead from
   * one to the other of while a no-match parts it.
   */
  static Decision about(Contradiction conflict) {
    return conflict.decisions().get(conflict.decisions().size() - 1);
  }

  String matches(Contradiction conflict) {
    return told(conflict, Verdict.MATCH);
  }

  String noMatches(Contradiction conflict) {
    return told(conflict, Verdict.NO_MATCH);
  }

  private String told(Contradiction conflict, Verdict verdict) {
    return conflict.decisions().stream()
        .filter(decision -> decision.verdict() == verdict)
        .map(this::told)
        .collect(Collectors.joining(";"));
  }

  private String told(Decision decision) {
    return messages
        .filled(
            "conflict." + Messages.code(decision.verdict()),
            List.of(
                decision.a().toString(),
                decision.b().toString(),
                decision.decidedBy(),
                Objects.toString(decision.decidedOn(), ""),
                decision.note()))
        .replace(';', ',');
  }

  String done(Contradiction conflict) {
    return messages.text("conflict." + Messages.code(conflict.kind()) + ".done");
  }

  String remedy(Contradiction conflict) {
    return messages.text("conflict." + Messages.code(conflict.kind()) + ".remedy");
  }
}
