package org.baophu.publish;

import java.util.List;

/** Takes a person's row off a page; where there is no row around an id, the id alone goes. */
final class HtmlErasure {
  private static final List<String> BLOCKS = List.of("tr", "article", "li");

  private final ErasedPerson person;
  private String page;
  private int places;

  HtmlErasure(ErasedPerson person, String page) {
    this.person = person;
    this.page = page;
    int at = person.findId(page, 0);
    while (at >= 0) {
      at = person.findId(this.page, removeBlock(at));
    }
    if (person.isNamedIn(this.page)) {
      this.page = person.withoutNames(this.page);
      places++;
    }
  }

  String page() {
    return page;
  }

  int places() {
    return places;
  }

  /** Removes the innermost row around a place; where to go on. */
  private int removeBlock(int at) {
    int begin = -1;
    int end = -1;
    for (String tag : BLOCKS) {
      int opened = page.lastIndexOf("<" + tag, at);
      int closed = page.indexOf("</" + tag + ">", at);
      boolean around =
          opened > begin && closed >= 0 && !page.substring(opened, at).contains("</" + tag + ">");
      if (around) {
        begin = opened;
        end = closed + tag.length() + "</>".length();
      }
    }
    // An id within a longer one is somebody else's.
    if (begin < 0 || !person.isNamedIn(page.substring(begin, end))) {
      return at + 1;
    }
    page = page.substring(0, begin) + page.substring(end);
    places++;
    return begin;
  }
}
