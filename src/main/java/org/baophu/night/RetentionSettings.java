package org.baophu.night;

/**
 * How long what a night leaves is kept, in days, counted from the night's date.
 *
 * @param listsDays a night's published directory: as long as targets and changes of a year are
 *     compared
 * @param rejectsDays {@code rejects.csv} in it: as long as agencies take to mend their files
 * @param refusedDays reports on refused nights: as long as somebody may ask about one
 * @param workspaceDays what {@code explain} and {@code evaluate} need of the latest night: as long
 *     as a list is worked on
 * @param historyDays what {@code history} tells of records and lists: as long as a person may ask
 */
public record RetentionSettings(
    int listsDays, int rejectsDays, int refusedDays, int workspaceDays, int historyDays) {
  private static final int MOST = 36_500;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number of days is not from 1 to 36,500
   */
  public RetentionSettings {
    check("lists_days", listsDays);
    check("rejects_days", rejectsDays);
    check("refused_days", refusedDays);
    check("workspace_days", workspaceDays);
    check("history_days", historyDays);
  }

  private static void check(String name, int days) {
    if (days < 1 || days > MOST) {
      throw new IllegalArgumentException(
          "retention." + name + " is " + days + ", not from 1 to " + MOST);
    }
  }

  /**
   * A year and a month for lists, a quarter for rejects and refusals, a month for workspaces, ten
   * years for stories.
   */
  public static RetentionSettings defaults() {
    return new RetentionSettings(400, 90, 90, 30, 3_650);
  }
}
