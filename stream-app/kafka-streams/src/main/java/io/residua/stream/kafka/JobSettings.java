package io.residua.stream.kafka;

import io.residua.stream.HttpSettings;
import io.residua.stream.RecordLimits;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * How a job runs. What it does is the detector's definition.
 *
 * @param bootstrapServers {@code HOST:PORT} of one or more brokers, separated by commas
 * @param applicationId names the job to the cluster: instances with the same one share the work;
 *     {@code residua-DETECTOR} where it is empty
 * @param threads that score, at least 1; those beyond the input topic's partitions are idle
 * @param http where metrics and health are answered
 * @param schemaRegistry one that speaks Confluent's interface; without one, values are in Avro's
 *     single-object encoding
 * @param createTopics whether output topics that are missing are created
 * @param limits how large records may be, and how far in the future
 * @param state where the states of keys are kept
 * @param kafka passed to Kafka as they are
 */
public record JobSettings(
    String bootstrapServers,
    Optional<String> applicationId,
    int threads,
    HttpSettings http,
    Optional<URI> schemaRegistry,
    boolean createTopics,
    RecordLimits limits,
    StateSettings state,
    KafkaProperties kafka) {
  public static final String DEFAULT_BOOTSTRAP = "localhost:9092";

  /** Each thread has buffers of its own, tens of megabytes; a small heap has room for four. */
  private static final int MOST_DEFAULT_THREADS = 4;

  public JobSettings {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("the bootstrap servers must be HOST:PORT, got nothing");
    }
    Objects.requireNonNull(applicationId, "applicationId");
    if (threads < 1) {
      throw new IllegalArgumentException("a job needs at least 1 thread, got " + threads);
    }
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(schemaRegistry, "schemaRegistry");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(kafka, "kafka");
  }

  public static JobSettings defaults() {
    return new JobSettings(
        DEFAULT_BOOTSTRAP,
        Optional.empty(),
        defaultThreads(),
        HttpSettings.defaults(),
        Optional.empty(),
        true,
        RecordLimits.defaults(),
        StateSettings.defaults(),
        KafkaProperties.none());
  }

  public static int defaultThreads() {
    return Math.min(MOST_DEFAULT_THREADS, Runtime.getRuntime().availableProcessors());
  }

  public JobSettings withBootstrapServers(String servers) {
    return new JobSettings(
        servers, applicationId, threads, http, schemaRegistry, createTopics, limits, state, kafka);
  }

  public JobSettings withApplicationId(String id) {
    return new JobSettings(
        bootstrapServers,
        Optional.of(id),
        threads,
        http,
        schemaRegistry,
        createTopics,
        limits,
        state,
        kafka);
  }

  public JobSettings withHttp(HttpSettings settings) {
    return new JobSettings(
        bootstrapServers,
        applicationId,
        threads,
        settings,
        schemaRegistry,
        createTopics,
        limits,
        state,
        kafka);
  }

  public JobSettings withState(StateSettings settings) {
    return new JobSettings(
        bootstrapServers,
        applicationId,
        threads,
        http,
        schemaRegistry,
        createTopics,
        limits,
        settings,
        kafka);
  }

  public JobSettings withKafka(KafkaProperties properties) {
    return new JobSettings(
        bootstrapServers,
        applicationId,
        threads,
        http,
        schemaRegistry,
        createTopics,
        limits,
        state,
        properties);
  }

  /** The application id of a detector's job. */
  public String applicationId(String detector) {
    return applicationId.orElse("residua-" + detector);
  }
}
