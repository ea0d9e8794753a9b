package io.residua.stream;

import io.residua.detector.alert.AlertInput;
import io.residua.detector.alert.AlertMessage;
import io.residua.detector.alert.AlertPolicy;
import io.residua.detector.alert.InputClock;
import io.residua.detector.alert.InputTime;
import io.residua.detector.alert.PolicyResult;
import io.residua.detector.alert.RecordPosition;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alert policy at work in one task, with its states in an engine's store. Not thread-safe.
 *
 * <p>Time passes by {@link #tick}, which looks at no more than {@value #MOST_A_TICK} keys, going on
 * where it stopped, and at none while nothing is due.
 */
final class Alerting {
  /** Keys that one tick looks at. */
  static final int MOST_A_TICK = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);

  /** The policy's own keys begin with other letters. */
  private static final String OF_THE_INPUT = "i";

  private final AlertPolicy policy;
  private final KeyStates states;
  private final Accounting accounting;
  private final InputClock clock;
  private final RecordPosition input;
  private String scanned;
  private long due = Long.MIN_VALUE;
  private long dueInScan = PolicyResult.NEVER;
  private boolean unreadableLogged;

  /**
   * @param input topic and partition of the records that the task reads, with offset -1
   */
  Alerting(AlertPolicy policy, RecordPosition input, KeyStates states, Accounting accounting) {
    this.policy = policy;
    this.states = states;
    this.accounting = accounting;
    this.clock = new InputClock(policy, System.currentTimeMillis());
    this.input = input;
  }

  /** Notes that a record came, whether or not the policy needs to see it. */
  void received(long eventTime, long wallClock) {
    clock.received(eventTime, wallClock);
  }

  List<AlertMessage> apply(AlertInput record) {
    String key = policy.scope(record.key(), record.group());
    byte[] before = states.get(key);
    PolicyResult result = policy.apply(record, before);
    result.suppressedBy().ifPresent(accounting::suppressed);
    keep(key, before, result);
    return result.alerts();
  }

  List<AlertMessage> tick(long wallClock) {
    InputTime time = clock.at(wallClock);
    List<AlertMessage> alerts = new ArrayList<>(tickInput(time));
    if (scanned == null && time.eventTime() < due) {
      return alerts;
    }
    List<KeyStates.Entry> entries = states.after(scanned, MOST_A_TICK);
    for (KeyStates.Entry entry : entries) {
      if (!entry.key().equals(OF_THE_INPUT)) {
        PolicyResult result = policy.tick(entry.key(), entry.state(), time);
        keep(entry.key(), entry.state(), result);
        alerts.addAll(result.alerts());
      }
    }
    if (entries.size() < MOST_A_TICK) {
      scanned = null;
      due = dueInScan;
      dueInScan = PolicyResult.NEVER;
    } else {
      scanned = entries.get(MOST_A_TICK - 1).key();
    }
    return alerts;
  }

  private List<AlertMessage> tickInput(InputTime time) {
    byte[] before = states.get(OF_THE_INPUT);
    if (before == null && policy.spec().silence().isEmpty()) {
      return List.of();
    }
    PolicyResult result = policy.tickInput(input, before, time);
    put(OF_THE_INPUT, before, result);
    return result.alerts();
  }

  private void keep(String key, byte[] before, PolicyResult result) {
    put(key, before, result);
    due = Math.min(due, result.nextTick());
    dueInScan = Math.min(dueInScan, result.nextTick());
  }

  private void put(String key, byte[] before, PolicyResult result) {
    if (result.unreadable().isPresent() && !unreadableLogged) {
      unreadableLogged = true;
      LOG.warn("Alert state begun afresh: {}", result.unreadable().get());
    }
    if (result.state() == before) {
      return;
    }
    if (result.state() == null) {
      states.remove(key);
    } else {
      states.put(key, result.state());
    }
  }
}
