package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.definition.InputSpec;
import io.residua.detector.event.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether an input is partitioned by the event's key, as the states kept at the first place
 * need it: a record's Kafka key must be the event's in UTF-8. The others are counted, and the first
 * one is told; they are scored by what their partition knows of the key.
 */
final class KeyCheck {
  private static final Logger LOG = LoggerFactory.getLogger(KeyCheck.class);

  private final InputSpec input;
  private final boolean watches;
  private final Accounting accounting;
  private boolean told;

  KeyCheck(Detector detector, Place place, Accounting accounting) {
    this.input = detector.definition().input();
    this.watches =
        input.key().isPresent()
            && !input.repartition()
            && (place.stage().isPresent() || place.alerts());
    this.accounting = accounting;
  }

  void check(SourceRecord record, Event event) {
    if (!watches || KeyBytes.areOf(record.key(), event.key())) {
      return;
    }
    accounting.misplaced();
    if (!told) {
      told = true;
      LOG.warn(
          "Records have another Kafka key than the event's, so that events of one key may be on"
              + " several partitions; input.repartition brings them together: topic={} key={}",
          record.topic(),
          input.key().orElseThrow());
    }
  }
}
