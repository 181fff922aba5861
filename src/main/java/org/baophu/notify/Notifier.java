package org.baophu.notify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baophu.notify.Messenger.MessengerException;
import org.baophu.notify.NightReport.Outcome;

/** Tells all who are to be told, and goes on trying for a while. */
public final class Notifier {
  private final List<Messenger> messengers;
  private final boolean onlyTroubles;
  private final List<Duration> pauses;
  private final Pause pause;
  private final EventLog log;

  /** Lets time pass. */
  public interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  /**
   * @param onlyTroubles whether nights that were published are passed over in silence
   * @param pauses between one try and the next; one try more than there are pauses
   */
  public Notifier(
      List<Messenger> messengers,
      boolean onlyTroubles,
      List<Duration> pauses,
      Pause pause,
      EventLog log) {
    this.messengers = List.copyOf(messengers);
    this.onlyTroubles = onlyTroubles;
    this.pauses = List.copyOf(pauses);
    this.pause = pause;
    this.log = log;
  }

  /** Tells of a night. Whoever cannot be told is named in the log; nothing else comes of it. */
  public void tell(NightReport report) throws InterruptedException {
    boolean trouble = report.outcome() != Outcome.PUBLISHED;
    // Whoever stops a night knows that it stopped.
    if (report.outcome() == Outcome.STOPPED || (onlyTroubles && !trouble)) {
      return;
    }
    for (Messenger messenger : messengers) {
      tell(messenger, report);
    }
  }

  private void tell(Messenger messenger, NightReport report) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        messenger.send(report);
        log.add("notified", Map.of("by", messenger.name(), "tries", tries));
        return;
      } catch (MessengerException e) {
        if (!e.isPassing() || tries > pauses.size()) {
          String why = String.valueOf(e.getMessage());
          log.add("not_notified", Map.of("by", messenger.name(), "tries", tries, "why", why));
          return;
        }
        pause.of(pauses.get(tries - 1));
      }
    }
  }
}
