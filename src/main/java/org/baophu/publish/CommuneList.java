package org.baophu.publish;

import java.util.List;

/** The list of one commune, in the order of rank. */
record CommuneList(Place place, List<Listed> rows) {}
