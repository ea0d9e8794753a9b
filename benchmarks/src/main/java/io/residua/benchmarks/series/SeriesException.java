package io.residua.benchmarks.series;

/** A folder, a label file or a definition that the benchmark cannot work with. */
final class SeriesException extends Exception {
  private static final long serialVersionUID = 1L;

  SeriesException(String message) {
    super(message);
  }
}
