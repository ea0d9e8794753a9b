package io.residua.cli.demo;

import io.residua.schema.Alert;
import io.residua.schema.AlertState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What came out of the job, as a reader of committed records sees it. Latency is the time from a
 * record's timestamp, which its producer set on sending, to the moment its score could be read.
 * Thread-safe.
 */
final class WatchedOutputs {
  private static final long LONGEST_MILLIS = 3_600_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Map<String, List<Long>> alertTimes = new TreeMap<>();
  private final Map<String, Long> lastAlert = new HashMap<>();
  private final Histogram latency = new Histogram(LONGEST_MILLIS, 3);
  private long measuredFrom = Long.MAX_VALUE;
  private long scored;
  private long rejected;
  private long lastSeenNanos = System.nanoTime();

  /** Latencies count for records that are sent from now on. */
  synchronized void measureLatencyFrom(long epochMillis) {
    measuredFrom = epochMillis;
  }

  synchronized void scored(long sentMillis, long seenMillis) {
    scored++;
    lastSeenNanos = System.nanoTime();
    notifyAll();
    if (sentMillis >= measuredFrom) {
      latency.recordValue(Math.min(LONGEST_MILLIS, Math.max(0, seenMillis - sentMillis)));
    }
  }

  synchronized void rejected() {
    rejected++;
    lastSeenNanos = System.nanoTime();
    notifyAll();
  }

  /**
   * @return whether it is the first alert of an event of its key; that one is over is no alert
   */
  synchronized boolean alerted(Alert alert) {
    if (alert.getState() == AlertState.CLOSED) {
      return false;
    }
    String key = String.valueOf(alert.getKey());
    long time = alert.getEventTime().toEpochMilli();
    alertTimes.computeIfAbsent(key, any -> new ArrayList<>()).add(time);
    Long last = lastAlert.put(key, time);
    return last == null || !new AlertEvent(last, last, 1).continuesAt(time);
  }

  synchronized long seen() {
    return scored + rejected;
  }

  /** Waits until so many outputs were seen, but not longer than given; says how many were. */
  synchronized long awaitSeen(long wanted, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * NANOS_PER_MILLI;
    long left = millis;
    while (seen() < wanted && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / NANOS_PER_MILLI;
    }
    return seen();
  }

  /** When the last output was seen, by {@link System#nanoTime}. */
  synchronized long lastSeenNanos() {
    return lastSeenNanos;
  }

  synchronized Snapshot snapshot() {
    Map<String, List<Long>> copy = new TreeMap<>();
    alertTimes.forEach((key, times) -> copy.put(key, List.copyOf(times)));
    return new Snapshot(
        scored, rejected, copy, latency.getValueAtPercentile(50), latency.getValueAtPercentile(99));
  }

  /**
   * The outputs so far.
   *
   * @param alertTimes event times of each key's alerts
   * @param latencyP50 milliseconds
   * @param latencyP99 milliseconds
   */
  record Snapshot(
      long scored,
      long rejected,
      Map<String, List<Long>> alertTimes,
      long latencyP50,
      long latencyP99) {
    long alerts() {
      return alertTimes.values().stream().mapToLong(List::size).sum();
    }
  }
}
