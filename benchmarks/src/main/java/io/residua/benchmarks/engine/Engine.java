package io.residua.benchmarks.engine;

import io.residua.detector.Detector;
import io.residua.stream.JobException;
import java.util.List;

/**
 * Runs a detector's job, and beside it one of the same shape that only copies bytes. Both read the
 * detector's input topic from where their group has stopped, its beginning at first, exactly once,
 * and commit to Kafka what they have read.
 */
public interface Engine {
  /** As a table names it. */
  String name();

  /**
   * Starts to copy each record's bytes.
   *
   * @param group commits what was read
   * @param outputs topics that each record is copied to, which are there
   */
  RunningJob passThrough(Detector detector, String group, List<String> outputs)
      throws JobException, InterruptedException;

  /**
   * Starts the job as users run it.
   *
   * @param group commits what was read
   */
  ScoringJob scoring(Detector detector, String group) throws JobException, InterruptedException;
}
