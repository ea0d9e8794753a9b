package io.residua.cli.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a demo found.
 *
 * @param filtered tombstones
 * @param expectedFalseAlarms records that the budget lets alert among the normal ones, at most
 */
record DemoResult(
    Replay.Speed speed,
    WatchedOutputs.Snapshot outputs,
    long filtered,
    TestTimeline timeline,
    Judgement judgement,
    double expectedFalseAlarms) {

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("records_in", speed.records());
    fields.put("scored", outputs.scored());
    fields.put("rejected", outputs.rejected());
    fields.put("filtered", filtered);
    fields.put("alerts", outputs.alerts());
    fields.put("incidents", judgement.incidents());
    fields.put("incidents_found", judgement.found());
    fields.put("false_alarm_events", judgement.falseAlarms());
    fields.put("expected_false_alarms", rounded(expectedFalseAlarms));
    fields.put("key_days", rounded(timeline.keyDays()));
    fields.put("records_per_second", Math.round(speed.perSecond()));
    fields.put("latency_ms_p50", outputs.latencyP50());
    fields.put("latency_ms_p99", outputs.latencyP99());
    fields.put("per_key", perKey());
    return fields;
  }

  private Map<String, Object> perKey() {
    Map<String, Object> keys = new LinkedHashMap<>();
    timeline.spans().forEach((key, span) -> keys.put(key, ofKey(key, span)));
    return keys;
  }

  private Map<String, Object> ofKey(String key, TestTimeline.KeySpan span) {
    Judgement.OfKey judged = judgement.of(key);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("records", span.records());
    fields.put("alerts", judged.alerts());
    fields.put("incidents", judged.incidents().size());
    fields.put("incidents_found", judged.found().size());
    fields.put("false_alarm_events", judged.falseAlarms().size());
    return fields;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
