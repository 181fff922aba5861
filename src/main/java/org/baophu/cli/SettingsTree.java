package org.baophu.cli;

import java.util.Map;
import org.baophu.night.NightSettings;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Settings as a tree of maps and plain values, in an order that never changes. */
final class SettingsTree {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private SettingsTree() {}

  static Map<String, Object> of(NightSettings settings) {
    // Through text, since only writing sorts the keys of maps.
    return MAPPER.readValue(
        MAPPER.writeValueAsString(settings), new TypeReference<Map<String, Object>>() {});
  }
}
