package org.baophu.generate;

import java.util.List;

/** People under one roof; the first is its head. */
record Household(List<Citizen> members) {
  Household {
    members = List.copyOf(members);
  }
}
