package io.residua.cli.simulate;

/** One minute of one server's metrics; a mutable buffer that incidents change. */
final class ServerSample {
  private static final double FULL = 1;

  private final double[] values = new double[ServerMetric.values().length];

  double get(ServerMetric metric) {
    return values[metric.ordinal()];
  }

  void set(ServerMetric metric, double value) {
    values[metric.ordinal()] = Math.max(0, isShare(metric) ? Math.min(FULL, value) : value);
  }

  void add(ServerMetric metric, double value) {
    set(metric, get(metric) + value);
  }

  void scale(ServerMetric metric, double factor) {
    set(metric, get(metric) * factor);
  }

  private static boolean isShare(ServerMetric metric) {
    return switch (metric) {
      case CPU_USER, CPU_SYSTEM, MEMORY_USED, RETRANSMITS -> true;
      default -> false;
    };
  }
}
