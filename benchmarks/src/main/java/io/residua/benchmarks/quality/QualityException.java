package io.residua.benchmarks.quality;

/** A folder or table that cannot take part: one sentence. */
final class QualityException extends Exception {
  private static final long serialVersionUID = 1L;

  QualityException(String message) {
    super(message);
  }
}
