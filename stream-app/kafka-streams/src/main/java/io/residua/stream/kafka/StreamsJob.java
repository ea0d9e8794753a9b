package io.residua.stream.kafka;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.residua.detector.Detector;
import io.residua.detector.network.Kernels;
import io.residua.schema.wire.SchemaRegistry;
import io.residua.stream.Accounting;
import io.residua.stream.JobException;
import io.residua.stream.MetricsServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running job: reads the detector's input topic, scores each record exactly once, writes the
 * output topics, tells metrics and health over HTTP.
 *
 * <p>Starting goes through these phases, and whichever fails leaves nothing running: check the
 * cluster and create output topics, register schemas, take a directory for states, listen for HTTP,
 * start the threads. Topics and schemas that were made stay. Thread-safe.
 */
public final class StreamsJob implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsJob.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Accounting accounting;
  private final Optional<StateDirectory> directory;
  private final KafkaStreams streams;
  private final MetricsServer http;
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  private StreamsJob(
      Detector detector,
      JobSettings settings,
      int partitions,
      Optional<SchemaRegistry> registry,
      Optional<StateDirectory> directory)
      throws JobException {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    this.accounting = new Accounting(detector, meters);
    this.directory = directory;
    Properties properties = StreamsProperties.of(detector, settings);
    directory.ifPresent(it -> properties.put(StreamsConfig.STATE_DIR_CONFIG, it.path().toString()));
    this.streams =
        new KafkaStreams(
            ScoringTopology.build(detector, settings, partitions, registry, accounting),
            new StreamsConfig(properties));
    streams.setUncaughtExceptionHandler(new FailurePolicy(PAUSE, closing, this::failed));
    streams.setGlobalStateRestoreListener(new RestoreWatch(detector.name(), meters));
    streams.setStateListener((now, before) -> stateChanged(now));
    this.http = listen(settings, meters);
  }

  /**
   * Starts a job; {@link #awaitRunning} tells when it reads.
   *
   * @throws JobException when a check fails, a port is taken or the cluster cannot be reached
   */
  public static StreamsJob start(Detector detector, JobSettings settings)
      throws JobException, InterruptedException {
    TopicPreparation.Input input = TopicPreparation.run(detector.definition(), settings);
    Optional<SchemaRegistry> registry = Schemas.prepare(detector.definition(), settings);
    Optional<StateDirectory> directory = takeDirectory(detector, settings, input);
    StreamsJob job = null;
    try {
      job = new StreamsJob(detector, settings, input.partitions(), registry, directory);
      LOG.info("Networks are computed by {}", Kernels.description());
      job.begin();
      return job;
    } catch (KafkaException e) {
      job = null;
      throw new JobException("Kafka refuses the job: " + Failures.sentence(e), e);
    } finally {
      if (job == null) {
        directory.ifPresent(StateDirectory::close);
      }
    }
  }

  /**
   * Waits until the job reads records.
   *
   * @return false when it does not within the given time
   * @throws JobException when it ended instead
   */
  public boolean awaitRunning(Duration timeout) throws JobException, InterruptedException {
    try {
      running.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw asJobException(e);
    }
  }

  /**
   * Waits until the job is closed.
   *
   * @throws JobException when it ended by itself; {@link #close} is still to be called
   */
  public void awaitEnd() throws JobException, InterruptedException {
    try {
      end.get();
    } catch (ExecutionException e) {
      throw asJobException(e);
    }
  }

  /** What became of the records so far. */
  public Accounting.Totals totals() {
    return accounting.totals();
  }

  /** Where metrics and health are answered. */
  public URI httpAddress() {
    return http.address();
  }

  /**
   * Finishes the records being processed, commits and stops; again does nothing. The instance
   * leaves its group, so that the next one need not wait for its absence to be noticed.
   */
  @Override
  public void close() {
    closing.countDown();
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    http.close();
    directory.ifPresent(StateDirectory::close);
    end.complete(null);
  }

  private static Optional<StateDirectory> takeDirectory(
      Detector detector, JobSettings settings, TopicPreparation.Input input) throws JobException {
    if (!ScoringTopology.needsDirectory(detector, settings)) {
      return Optional.empty();
    }
    Path path = settings.state().directory().orElseGet(StateDirectory::byDefault);
    String application = settings.applicationId(detector.name());
    return Optional.of(StateDirectory.take(path, application, input.identity()));
  }

  private void begin() {
    try {
      streams.start();
    } catch (KafkaException e) {
      close();
      throw e;
    }
  }

  private MetricsServer listen(JobSettings settings, PrometheusMeterRegistry meters)
      throws JobException {
    try {
      return MetricsServer.start(settings.http(), meters::scrape, new StreamsHealth(streams));
    } catch (JobException e) {
      streams.close();
      throw e;
    }
  }

  private void stateChanged(KafkaStreams.State now) {
    if (now == KafkaStreams.State.RUNNING) {
      running.complete(null);
    } else if (now == KafkaStreams.State.ERROR) {
      failed(new JobException("the job ended: every thread has died"));
    }
  }

  private void failed(JobException failure) {
    running.completeExceptionally(failure);
    end.completeExceptionally(failure);
  }

  private static JobException asJobException(ExecutionException e) {
    return new JobException(e.getCause().getMessage(), e.getCause());
  }
}
