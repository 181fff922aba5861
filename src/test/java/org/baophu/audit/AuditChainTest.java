package org.baophu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.baophu.audit.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to touch a trail of nine lines, and what is seen of it. */
class AuditChainTest {
  private static final int LINES = 9;

  private final List<AuditLine> lines = trail(AuditKey.NONE);
  private final AuditHead head = AuditHead.of(lines).orElseThrow();

  private static List<AuditLine> trail(AuditKey key) {
    List<AuditLine> lines = new ArrayList<>();
    for (int i = 1; i <= LINES; i++) {
      lines.add(AuditChain.next(last(lines), entry("run " + i), key));
    }
    return lines;
  }

  private static Optional<AuditLine> last(List<AuditLine> lines) {
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
  }

  private static AuditLine.Entry entry(String about) {
    return new AuditLine.Entry(
        "2026-11-01T19:00:00Z", AuditEvent.PUBLISHED, "clerk", about, "tab\tand\nline \\ end");
  }

  private static AuditLine numbered(AuditLine line, long number) {
    return new AuditLine(
        number,
        line.at(),
        line.event(),
        line.by(),
        line.about(),
        line.detail(),
        line.previousHash(),
        line.hash(),
        line.mac());
  }

  private List<Kind> found() {
    return AuditChain.verify(lines, head, AuditKey.NONE).stream().map(Finding::kind).toList();
  }

  @Test
  void anUntouchedTrailShowsNothing() {
    assertThat(found()).isEmpty();
    assertThat(AuditChain.verify(List.of(), null, AuditKey.of("key"))).isEmpty();
  }

  @Test
  void aHeadThatIsBehindIsNoFault() {
    AuditHead earlier = AuditHead.of(lines.get(4));

    assertThat(AuditChain.verify(lines, earlier, AuditKey.NONE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8})
  void aChangedLineIsNamed(int index) {
    AuditLine line = lines.get(index);
    lines.set(
        index,
        new AuditLine(
            line.number(),
            line.at(),
            line.event(),
            "somebody else",
            line.about(),
            line.detail(),
            line.previousHash(),
            line.hash(),
            line.mac()));

    assertThat(AuditChain.verify(lines, head, AuditKey.NONE))
        .containsExactly(
            new Finding(
                Kind.CHANGED,
                index + 1,
                "line " + (index + 1) + " does not say what was written (its hash does not fit)."));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 7})
  void aMissingLineIsNamed(int index) {
    lines.remove(index);

    assertThat(AuditChain.verify(lines, head, AuditKey.NONE))
        .containsExactly(
            new Finding(Kind.MISSING, index + 1, "line " + (index + 1) + " is missing."));
  }

  @Test
  void aMissingLineIsSeenAlsoWhenThoseAfterItAreNumberedAnew() {
    lines.remove(4);
    for (int i = 4; i < lines.size(); i++) {
      lines.set(i, numbered(lines.get(i), i + 1));
    }

    assertThat(found()).contains(Kind.REORDERED, Kind.MISSING);
  }

  @Test
  void anInsertedLineIsNamed() {
    AuditLine forged = AuditChain.next(Optional.of(lines.get(3)), entry("run x"), AuditKey.NONE);
    lines.add(4, forged);
    for (int i = 5; i < lines.size(); i++) {
      lines.set(i, numbered(lines.get(i), i + 1));
    }

    assertThat(AuditChain.verify(lines, head, AuditKey.NONE))
        .contains(new Finding(Kind.INSERTED, 5, "line 5 was put in later."));
  }

  @Test
  void linesInAnotherOrderAreNamed() {
    Collections.swap(lines, 3, 4);
    lines.set(3, numbered(lines.get(3), 4));
    lines.set(4, numbered(lines.get(4), 5));

    assertThat(AuditChain.verify(lines, head, AuditKey.NONE))
        .contains(
            new Finding(Kind.REORDERED, 4, "line 4 was written as line 5."),
            new Finding(Kind.REORDERED, 5, "line 5 was written as line 4."));
  }

  @Test
  void linesCutOffTheEndAreSeenByTheHead() {
    lines.subList(6, LINES).clear();

    assertThat(AuditChain.verify(lines, head, AuditKey.NONE))
        .containsExactly(new Finding(Kind.CUT_OFF, 7, "lines after 6 are cut off: there were 9."));
    assertThat(AuditChain.verify(lines, null, AuditKey.NONE)).as("without a head").isEmpty();
  }

  @Test
  void aChainWrittenAnewFitsItselfButNotTheHead() {
    List<AuditLine> anew = new ArrayList<>();
    for (int i = 1; i <= LINES; i++) {
      anew.add(AuditChain.next(last(anew), entry("other " + i), AuditKey.NONE));
    }

    assertThat(AuditChain.verify(anew, head, AuditKey.NONE))
        .extracting(Finding::kind)
        .containsExactly(Kind.CHANGED);
    assertThat(AuditChain.verify(anew, AuditHead.of(anew).orElseThrow(), AuditKey.NONE))
        .as("with the head written anew as well it fits; that is what the key is for")
        .isEmpty();
  }

  @Test
  void withAKeyNobodyElseCanWriteTheChainAnew() {
    AuditKey key = AuditKey.of("secret");
    List<AuditLine> signed = trail(key);

    assertThat(AuditChain.verify(signed, null, key)).isEmpty();
    assertThat(AuditChain.verify(trail(AuditKey.NONE), null, key))
        .extracting(Finding::kind)
        .containsOnly(Kind.NOT_SIGNED);
    assertThat(AuditChain.verify(trail(AuditKey.of("guess")), null, key))
        .extracting(Finding::kind)
        .hasSize(LINES)
        .containsOnly(Kind.WRONG_SIGNATURE);
  }

  @Test
  void aKeyMayComeLater() {
    AuditKey key = AuditKey.of("secret");
    lines.add(AuditChain.next(last(lines), entry("signed"), key));

    assertThat(AuditChain.verify(lines, head, key)).isEmpty();
  }

  @Test
  void fieldsCannotFlowIntoEachOther() {
    AuditLine.Entry one = new AuditLine.Entry("t", AuditEvent.PUBLISHED, "a\tb", "c", "");
    AuditLine.Entry other = new AuditLine.Entry("t", AuditEvent.PUBLISHED, "a", "b\tc", "");

    assertThat(AuditChain.next(Optional.empty(), one, AuditKey.NONE).hash())
        .isNotEqualTo(AuditChain.next(Optional.empty(), other, AuditKey.NONE).hash());
  }

  @Test
  void theHeadIsReadBackAsItWasWritten() {
    AuditHead signed = AuditHead.of(trail(AuditKey.of("secret"))).orElseThrow();

    assertThat(AuditHead.parse(head.text())).isEqualTo(head);
    assertThat(AuditHead.parse(signed.text())).isEqualTo(signed);
    assertThatThrownBy(() -> AuditHead.parse("lines x\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
