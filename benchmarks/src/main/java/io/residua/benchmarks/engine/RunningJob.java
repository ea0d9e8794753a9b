package io.residua.benchmarks.engine;

import io.residua.stream.JobException;

/** A job that was started. */
public interface RunningJob extends AutoCloseable {
  /**
   * Waits until the job reads records.
   *
   * @throws JobException when it ended instead
   * @throws IllegalStateException when it takes minutes
   */
  void awaitRunning() throws JobException, InterruptedException;

  /** Finishes the records being processed, commits, leaves the group and stops. */
  @Override
  void close();
}
