package io.residua.benchmarks.engine;

import io.residua.stream.JobException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;

/** A topology that copies bytes, started. */
final class CopyingJob implements RunningJob {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  private final KafkaStreams streams;
  private final CompletableFuture<Void> running = new CompletableFuture<>();

  CopyingJob(KafkaStreams streams) {
    this.streams = streams;
    streams.setStateListener((now, before) -> changed(now));
    streams.start();
  }

  @Override
  public void awaitRunning() throws JobException, InterruptedException {
    try {
      running.get(KafkaStreamsEngine.GIVE_UP_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new JobException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the copying topology does not read", e);
    }
  }

  private void changed(KafkaStreams.State now) {
    if (now == KafkaStreams.State.RUNNING) {
      running.complete(null);
    } else if (now == KafkaStreams.State.ERROR) {
      running.completeExceptionally(new JobException("the copying topology has died"));
    }
  }

  /** As the job does: a member that only falls silent would hold its partitions for seconds. */
  @Override
  public void close() {
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }
}
