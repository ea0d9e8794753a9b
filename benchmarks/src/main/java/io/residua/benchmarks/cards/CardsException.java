package io.residua.benchmarks.cards;

/** A folder or a row that the benchmark cannot work with. */
final class CardsException extends Exception {
  private static final long serialVersionUID = 1L;

  CardsException(String message) {
    super(message);
  }
}
