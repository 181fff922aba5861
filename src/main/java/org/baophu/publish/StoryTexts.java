package org.baophu.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The words for what nights stored about persons; the same that {@code changes.csv} uses. */
public final class StoryTexts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Messages messages;

  /**
   * @param language Vietnamese for {@code vi}, English for anything else
   * @param communes names by code
   */
  public StoryTexts(Locale language, Map<String, String> communes) {
    this.messages = Messages.in(language, code -> communes.getOrDefault(code, code));
  }

  /** A text of the story, {@code history.KEY}, with its places filled in. */
  public String text(String key, String... arguments) {
    return messages.filled("history." + key, List.of(arguments));
  }

  /** A stored list of {@link Difference}s. */
  public String differences(String json) {
    return String.join(
        "; ",
        List.of(JSON.readValue(json, Difference[].class)).stream()
            .map(messages::difference)
            .toList());
  }

  /** A stored list of {@link Event}s. */
  public String events(String json) {
    return messages.events(List.of(JSON.readValue(json, Event[].class)));
  }
}
