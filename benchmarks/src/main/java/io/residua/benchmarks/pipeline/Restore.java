package io.residua.benchmarks.pipeline;

import io.residua.detector.Detector;
import io.residua.stream.JobException;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.StreamsJob;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How long a job takes to begin where its former self has stopped, with nothing on its disk.
 *
 * @param changes of states' changelogs, all of which it reads
 * @param seconds from the start of the job, in a process that is warm, until it would score
 */
record Restore(long changes, double seconds) {
  private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);

  /**
   * @param settings with the application id of a job that has ended, and an empty directory
   */
  static Restore measure(Admin admin, Detector detector, JobSettings settings, int partitions)
      throws JobException, ExecutionException, InterruptedException {
    long changes = changes(admin, detector, settings, partitions);
    long start = System.nanoTime();
    try (StreamsJob job = StreamsJob.start(detector, settings)) {
      if (!job.awaitRunning(GIVE_UP_AFTER)) {
        throw new IllegalStateException("states are not restored within " + GIVE_UP_AFTER);
      }
      return new Restore(changes, (System.nanoTime() - start) / 1e9);
    }
  }

  double rate() {
    return changes / seconds;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "restored from %,d changes in %.1f s: %,.0f changes/s",
        changes,
        seconds,
        rate());
  }

  private static long changes(Admin admin, Detector detector, JobSettings settings, int partitions)
      throws ExecutionException, InterruptedException {
    String prefix = settings.applicationId(detector.name()) + "-";
    Map<TopicPartition, OffsetSpec> ends =
        admin.listTopics().names().get().stream()
            .filter(topic -> topic.startsWith(prefix) && topic.endsWith("-changelog"))
            .flatMap(
                topic ->
                    IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
            .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
    return admin.listOffsets(ends).all().get().values().stream()
        .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
        .sum();
  }
}
