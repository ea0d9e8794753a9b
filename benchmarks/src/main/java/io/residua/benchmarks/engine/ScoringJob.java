package io.residua.benchmarks.engine;

import io.residua.stream.Accounting;

/** A job that scores. */
public interface ScoringJob extends RunningJob {
  /** What became of the records so far. */
  Accounting.Totals totals();
}
