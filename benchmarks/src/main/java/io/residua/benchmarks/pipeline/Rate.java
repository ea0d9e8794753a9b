package io.residua.benchmarks.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How fast a group commits its way through a topic, from its first commit to its last: joining the
 * group and the first batch are left out, for every topology alike.
 */
final class Rate {
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long GIVE_UP_AFTER = TimeUnit.MINUTES.toNanos(5);

  private static final OperatingSystemMXBean JVM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Rate() {}

  /**
   * Waits until the group has committed all records, and measures from its first commit of at least
   * so many on.
   *
   * @throws IllegalStateException when it takes too long
   */
  static Measurement of(Admin admin, String group, long from, long records)
      throws ExecutionException, InterruptedException {
    long start = System.nanoTime();
    long first = 0;
    long firstAt = 0;
    long firstProcessorTime = 0;
    while (System.nanoTime() - start < GIVE_UP_AFTER) {
      long committed = committed(admin, group);
      long now = System.nanoTime();
      if (first == 0 && committed >= from) {
        first = committed;
        firstAt = now;
        firstProcessorTime = JVM.getProcessCpuTime();
      }
      if (committed >= records) {
        double measured = committed - first;
        long processorTime = JVM.getProcessCpuTime() - firstProcessorTime;
        return new Measurement(measured / ((now - firstAt) / 1e9), processorTime / 1e3 / measured);
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
    throw new IllegalStateException(group + " has not read the topic within 5 minutes");
  }

  private static long committed(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    Map<?, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return offsets.values().stream()
        .filter(offset -> offset != null)
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }
}
