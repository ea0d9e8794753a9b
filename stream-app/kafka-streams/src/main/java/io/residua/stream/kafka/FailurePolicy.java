package io.residua.stream.kafka;

import io.residua.stream.JobException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a thread of the job dies: where trying again may help, another takes its place
 * after a pause, as often as needed; otherwise the job ends and says why. Either way the open
 * transaction is aborted, so nothing is lost or written twice. Thread-safe.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

  private final Duration pause;
  private final CountDownLatch closing;
  private final Consumer<JobException> end;

  /**
   * @param pause before a dead thread is replaced, so that a broker is not stormed
   * @param closing cuts the pause short
   * @param end is told why the job ends
   */
  FailurePolicy(Duration pause, CountDownLatch closing, Consumer<JobException> end) {
    this.pause = pause;
    this.closing = closing;
    this.end = end;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    if (Failures.isRetriable(failure)) {
      LOG.warn("Thread replaced: cause={}", Failures.sentence(failure));
      LOG.debug("Thread replaced", failure);
      await();
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    end.accept(new JobException("the job ended: " + Failures.sentence(failure), failure));
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void await() {
    try {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
