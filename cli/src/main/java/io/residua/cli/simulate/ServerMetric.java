package io.residua.cli.simulate;

import java.util.Locale;

/** What a simulated server reports every minute. */
enum ServerMetric {
  /** Requests a second. */
  REQUESTS,
  /** Share of the processors in user code, 0 to 1. */
  CPU_USER,
  /** Share of the processors in the kernel, 0 to 1. */
  CPU_SYSTEM,
  /** Runnable tasks, averaged over one minute. */
  LOAD_1,
  /** Runnable tasks, averaged over five minutes. */
  LOAD_5,
  /** Share of memory in use, 0 to 1. */
  MEMORY_USED,
  /** Pages swapped a second. */
  SWAP_RATE,
  /** Megabytes read a second. */
  DISK_READ,
  /** Megabytes written a second. */
  DISK_WRITE,
  /** Milliseconds a disk operation takes. */
  DISK_LATENCY,
  /** Megabits received a second. */
  NETWORK_IN,
  /** Megabits sent a second. */
  NETWORK_OUT,
  /** Open connections. */
  CONNECTIONS,
  /** Share of segments sent again, 0 to 1. */
  RETRANSMITS,
  /** Milliseconds a request takes, at the median. */
  RESPONSE_TIME,
  /** Failed requests a second. */
  ERRORS;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
