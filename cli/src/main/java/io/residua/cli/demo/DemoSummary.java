package io.residua.cli.demo;

import java.util.Map;

/** The end of a demo, for people. */
final class DemoSummary {
  private static final int MOST_KEYS = 12;

  private final DemoResult result;

  DemoSummary(DemoResult result) {
    this.result = result;
  }

  String text() {
    StringBuilder text = new StringBuilder("\n");
    totals(text);
    Map<String, Judgement.Share> kinds = result.judgement().byKind();
    if (kinds.size() > 1) {
      text.append("\n  kind of incident          found\n");
      kinds.forEach(
          (kind, share) ->
              text.append("  %-24s%4d of %d%n".formatted(kind, share.part(), share.whole())));
    }
    if (result.timeline().spans().size() <= MOST_KEYS) {
      text.append("\n  key                     records  alerts     found  false alarms\n");
      result.timeline().spans().forEach((key, span) -> text.append(line(key, span)));
    }
    return text.toString();
  }

  private void totals(StringBuilder text) {
    WatchedOutputs.Snapshot outputs = result.outputs();
    row(
        text,
        "records",
        "%,d in = %,d scored + %,d rejected + %,d filtered"
            .formatted(
                result.speed().records(), outputs.scored(), outputs.rejected(), result.filtered()));
    row(
        text,
        "incidents",
        "%d of %d found".formatted(result.judgement().found(), result.judgement().incidents()));
    row(
        text,
        "false alarms",
        "%d events in %.0f days of all keys together; the budget lets %.1f normal records alert"
            .formatted(
                result.judgement().falseAlarms(),
                result.timeline().keyDays(),
                result.expectedFalseAlarms()));
    row(text, "throughput", "%,.0f records a second".formatted(result.speed().perSecond()));
    row(
        text,
        "latency",
        "%d ms at the median, %d ms at 99 %%, from sending a record to reading its score"
            .formatted(outputs.latencyP50(), outputs.latencyP99()));
  }

  private String line(String key, TestTimeline.KeySpan span) {
    Judgement.OfKey judged = result.judgement().of(key);
    return "  %-22s%,9d%8d%6d of %-2d%10d%n"
        .formatted(
            key,
            span.records(),
            judged.alerts(),
            judged.found().size(),
            judged.incidents().size(),
            judged.falseAlarms().size());
  }

  private static void row(StringBuilder text, String name, String what) {
    text.append("  %-14s%s%n".formatted(name, what));
  }
}
