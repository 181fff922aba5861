package org.baophu.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baophu.audit.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Makes the next line, and looks whether lines are as they were written. */
public final class AuditChain {
  private final List<AuditLine> lines;
  private final Map<String, Integer> indexOfHash = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private AuditChain(List<AuditLine> lines) {
    this.lines = lines;
    for (int i = 0; i < lines.size(); i++) {
      indexOfHash.putIfAbsent(lines.get(i).hash(), i);
    }
  }

  /** The line that follows on the last one. */
  public static AuditLine next(Optional<AuditLine> last, AuditLine.Entry entry, AuditKey key) {
    return last.map(line -> AuditLine.after(line.number(), line.hash(), entry, key))
        .orElseGet(() -> AuditLine.after(0, AuditLine.BEGINNING, entry, key));
  }

  /**
   * Looks at a whole trail.
   *
   * @param lines in the order of their numbers
   * @param head as it was written beside the results; null where there is none
   * @param key without it signatures are not looked at
   * @return nothing if the trail is as it was written, as far as it can tell
   */
  public static List<Finding> verify(
      List<AuditLine> lines, @Nullable AuditHead head, AuditKey key) {
    AuditChain chain = new AuditChain(List.copyOf(lines));
    for (int i = 0; i < lines.size(); i++) {
      chain.checkContent(lines.get(i));
      chain.checkLink(i);
    }
    chain.checkHead(head);
    if (key.isGiven()) {
      chain.checkSignatures(key);
    }
    return List.copyOf(chain.findings);
  }

  private void add(Kind kind, long line, String text) {
    findings.add(new Finding(kind, line, text));
  }

  private void checkContent(AuditLine line) {
    if (line.hashAs(line.number()).equals(line.hash())) {
      return;
    }
    for (long other = 1; other <= lines.size() + 1L; other++) {
      if (line.hashAs(other).equals(line.hash())) {
        add(
            Kind.REORDERED,
            line.number(),
            "line " + line.number() + " was written as line " + other + ".");
        return;
      }
    }
    add(
        Kind.CHANGED,
        line.number(),
        "line " + line.number() + " does not say what was written (its hash does not fit).");
  }

  private void checkLink(int index) {
    AuditLine line = lines.get(index);
    String before = index == 0 ? AuditLine.BEGINNING : lines.get(index - 1).hash();
    long numberBefore = index == 0 ? 0 : lines.get(index - 1).number();
    if (line.number() != numberBefore + 1) {
      String gap =
          line.number() == numberBefore + 2
              ? "line " + (numberBefore + 1) + " is"
              : "lines " + (numberBefore + 1) + " to " + (line.number() - 1) + " are";
      add(Kind.MISSING, numberBefore + 1, gap + " missing.");
    } else if (!line.previousHash().equals(before)) {
      checkForeign(index, line);
    }
  }

  /** The line does not follow on the one before it: what does it follow on? */
  private void checkForeign(int index, AuditLine line) {
    Integer real =
        line.previousHash().equals(AuditLine.BEGINNING)
            ? Integer.valueOf(-1)
            : indexOfHash.get(line.previousHash());
    if (real == null) {
      add(
          Kind.MISSING,
          line.number(),
          "line " + line.number() + " follows on a line that is not there any more.");
    } else if (real < index - 1) {
      for (int inserted = real + 1; inserted < index; inserted++) {
        long number = lines.get(inserted).number();
        add(Kind.INSERTED, number, "line " + number + " was put in later.");
      }
    } else {
      add(
          Kind.REORDERED,
          line.number(),
          "line " + line.number() + " stands before the line it follows on.");
    }
  }

  private void checkHead(@Nullable AuditHead head) {
    if (head == null) {
      return;
    }
    long last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number();
    if (last < head.number()) {
      add(
          Kind.CUT_OFF,
          last + 1,
          "lines after " + last + " are cut off: there were " + head.number() + ".");
    } else if (!indexOfHash.containsKey(head.hash())) {
      add(
          Kind.CHANGED,
          head.number(),
          "line " + head.number() + " is not the one whose hash was written beside the results.");
    }
  }

  /** From the first signed line on all are signed, and the last one is. */
  private void checkSignatures(AuditKey key) {
    boolean signing = false;
    for (int i = 0; i < lines.size(); i++) {
      AuditLine line = lines.get(i);
      signing |= !line.mac().isEmpty() || i == lines.size() - 1;
      if (signing && line.mac().isEmpty()) {
        add(
            Kind.NOT_SIGNED,
            line.number(),
            "line " + line.number() + " is not signed, though a key is in use.");
      } else if (signing && !line.mac().equals(key.sign(line.hash()))) {
        add(
            Kind.WRONG_SIGNATURE,
            line.number(),
            "line " + line.number() + " is signed with another key, or was forged.");
      }
    }
  }
}
