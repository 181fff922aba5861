package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  private static final Review REVIEW =
      new Review(
          "2026-11-01-ab",
          List.of(
              new ReviewCandidate(
                  3, 9, new Review.Ids(-7, 70), 0.5, -0.25, "tên: giống (+1.5); sex: exact (+0.9)"),
              new ReviewCandidate(0, 1, new Review.Ids(7, Long.MIN_VALUE), 0.75, 1.5, "")));

  @TempDir private Path own;

  private static void write(Path directory, Review review) {
    new Workspace(directory).write(Review.FILE, review::write);
  }

  @Test
  void isReadAsItWasWritten() {
    write(own, REVIEW);

    assertThat(Review.find(own)).contains(REVIEW);
    assertThat(new Workspace(own).read(Review.FILE, Review::read)).isEqualTo(REVIEW);
    assertThat(REVIEW.evidence())
        .containsEntry(new Review.Ids(-7, 70), "tên: giống (+1.5); sex: exact (+0.9)")
        .hasSize(2);
  }

  @Test
  void whatIsMissingDamagedOrCutOffIsAsIfItHadNeverBeen() throws IOException {
    assertThat(Review.find(own.resolve("nowhere"))).isEmpty();
    write(own, REVIEW);
    Path file = own.resolve(Review.FILE);
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      assertThat(Review.find(own)).isEmpty();
      Files.write(file, Arrays.copyOf(bytes, at));
      assertThat(Review.find(own)).isEmpty();
    }
  }
}
