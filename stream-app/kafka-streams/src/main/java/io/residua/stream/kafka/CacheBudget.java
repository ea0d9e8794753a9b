package io.residua.stream.kafka;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the stores of one job share for their caches. Thread-safe. */
final class CacheBudget {
  private final long most;
  private final AtomicLong used = new AtomicLong();

  /**
   * @param most bytes, at least 0
   */
  CacheBudget(long most) {
    this.most = most;
  }

  /** Takes bytes, or gives them back where they are negative. */
  void take(long bytes) {
    used.addAndGet(bytes);
  }

  boolean isExceeded() {
    return used.get() > most;
  }

  long used() {
    return used.get();
  }
}
