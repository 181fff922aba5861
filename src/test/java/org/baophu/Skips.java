package org.baophu;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Says of each test that this machine cannot run that it was skipped, and why. */
public final class Skips implements TestWatcher {
  @Override
  public void testAborted(ExtensionContext test, Throwable why) {
    say(test, why.getMessage());
  }

  @Override
  public void testDisabled(ExtensionContext test, Optional<String> why) {
    say(test, why.orElse("disabled"));
  }

  private static void say(ExtensionContext test, String why) {
    System.out.println(
        "Skipped: "
            + test.getRequiredTestClass().getName()
            + ", "
            + test.getDisplayName()
            + ": "
            + why);
  }
}
