package io.residua.stream.kafka;

import java.util.concurrent.atomic.AtomicInteger;

/** The memory that the stores of one job have for their caches, in equal shares. Thread-safe. */
final class CacheBudget {
  private final long most;
  private final AtomicInteger sharers = new AtomicInteger();

  /**
   * @param most bytes, at least 0
   */
  CacheBudget(long most) {
    this.most = most;
  }

  /** One more store begins to use its cache: the shares of the others shrink. */
  void join() {
    sharers.incrementAndGet();
  }

  void leave() {
    sharers.decrementAndGet();
  }

  /** Bytes that each store may have now. */
  long share() {
    return most / Math.max(1, sharers.get());
  }
}
