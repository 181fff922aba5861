package org.baophu.publish;

import java.util.List;

/**
 * One thing that is different about a person's row, and what brought it about.
 *
 * @param arguments what the cause's text needs, as its Javadoc says
 * @param events what happened, the weightiest first; empty where there is nothing to compare with
 */
public record Difference(Change.Cause cause, List<String> arguments, List<Event> events) {
  public Difference {
    arguments = List.copyOf(arguments);
    events = List.copyOf(events);
    if (arguments.size() != cause.argumentCount()) {
      throw new IllegalArgumentException(
          cause + " needs " + cause.argumentCount() + " arguments, not " + arguments.size());
    }
  }

  public static Difference of(Change.Cause cause, List<Event> events, String... arguments) {
    return new Difference(cause, List.of(arguments), events);
  }
}
