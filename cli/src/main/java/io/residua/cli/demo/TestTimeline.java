package io.residua.cli.demo;

import io.residua.cli.CommandFailure;
import io.residua.detector.definition.InputSpec;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.trainer.data.DataColumn;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.data.EventRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the test file says of time: from when to when each key was observed, and which moment a
 * position {@code t} of a key is.
 */
final class TestTimeline {
  /** Column that numbers a key's records, as incidents name them. */
  static final String POSITION = "t";

  static final String LABEL = "label";

  private static final double DAY = 24 * 3600 * 1000.0;

  private final Map<String, KeySpan> spans = new TreeMap<>();
  private final Map<String, Map<Long, Long>> times = new HashMap<>();
  private final LabelledRuns runs = new LabelledRuns();

  private long records;
  private long anomalies;

  private TestTimeline() {}

  /**
   * @throws CommandFailure when the definition names no time, without which nothing can be judged
   */
  static TestTimeline read(Path test, InputSpec input) throws DataException, CommandFailure {
    if (input.time().isEmpty() || input.key().isEmpty()) {
      throw new CommandFailure(
          "a demo judges by key and event time; expected input.key and input.time in the definition");
    }
    TestTimeline timeline = new TestTimeline();
    try (DataReader reader = DataReader.open(DataSelection.ofFile(test))) {
      List<String> columns = reader.columns().stream().map(DataColumn::path).toList();
      boolean numbered = columns.contains(POSITION);
      Optional<String> label = columns.contains(LABEL) ? Optional.of(LABEL) : Optional.empty();
      List<EventField> fields =
          numbered ? List.of(new EventField(POSITION, FieldKind.NUMBER)) : List.of();
      EventLayout layout = new EventLayout(fields, input.key(), input.time());
      try (EventRows rows = reader.events(layout, label)) {
        while (rows.next()) {
          timeline.records++;
          if (rows.rejection() == null) {
            timeline.add(rows.event(), numbered, label.isPresent() && rows.label());
          }
        }
      }
    }
    return timeline;
  }

  private void add(Event event, boolean numbered, boolean anomaly) {
    KeySpan before = spans.get(event.key());
    spans.put(event.key(), before == null ? KeySpan.of(event.time()) : before.and(event.time()));
    if (numbered) {
      times
          .computeIfAbsent(event.key(), key -> new HashMap<>())
          .put((long) event.number(0), event.time());
    }
    anomalies += anomaly ? 1 : 0;
    runs.add(event.key(), event.time(), anomaly);
  }

  /** Records of the file, unreadable ones included. */
  long records() {
    return records;
  }

  /** Records that are not labelled as anomalies. */
  long normalRecords() {
    return records - anomalies;
  }

  /** Records and time span of each key, in alphabetical order. */
  Map<String, KeySpan> spans() {
    return spans;
  }

  /** Days that keys were observed, all keys added up. */
  double keyDays() {
    return spans.values().stream().mapToLong(span -> span.last() - span.first()).sum() / DAY;
  }

  /** The event time of a key's position, where the file has it. */
  Optional<Long> time(String key, long position) {
    return Optional.ofNullable(times.getOrDefault(key, Map.of()).get(position));
  }

  /** Consecutive labelled records of one key as incidents, for data without a list of them. */
  List<Incident> labelled() {
    return new ArrayList<>(runs.incidents());
  }

  /**
   * When a key was observed.
   *
   * @param first event time of its first record, in milliseconds since 1970 UTC
   * @param last event time of its last record
   */
  record KeySpan(long records, long first, long last) {
    static KeySpan of(long time) {
      return new KeySpan(1, time, time);
    }

    KeySpan and(long time) {
      return new KeySpan(records + 1, Math.min(first, time), Math.max(last, time));
    }
  }
}
