package org.baophu.notify;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A night's report as a tree of plain values, for JSON. */
final class Reports {
  private Reports() {}

  static Map<String, Object> tree(NightReport report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("event", "night_ended");
    tree.put("date", report.date().toString());
    tree.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
    tree.put("exit_code", report.outcome().exitCode());
    tree.put("due", report.due().toString());
    tree.put("started", report.started().toString());
    tree.put("ended", report.ended().toString());
    tree.put("attempts", report.attempts());
    report
        .figures()
        .ifPresent(
            figures -> {
              tree.put("run_id", figures.runId());
              tree.put("counts", figures.counts());
              tree.put("rejected_rows", figures.rejectedRows());
              tree.put("stage_seconds", figures.stageSeconds());
              if (!figures.gates().isEmpty()) {
                tree.put("gates", figures.gates());
              }
            });
    return tree;
  }
}
