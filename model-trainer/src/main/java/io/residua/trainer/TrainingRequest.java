package io.residua.trainer;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.EventTable;
import io.residua.trainer.data.Classes;
import io.residua.trainer.data.DataTable;
import io.residua.trainer.train.TrainingListener;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What to train on. {@link #of} says the least that is needed; the other methods give a request
 * that differs in one thing.
 *
 * @param definition of the detector
 * @param events of the definition's layout
 * @param labels true for an anomaly, one for each event; such rows take no part in the training and
 *     judge it in the report, but for those that train a supervised head
 * @param classes of the events, where the definition names them
 * @param rowsInData rows of the data that the events were sampled from, for the traffic per day
 * @param seed of every random choice
 * @param createdAt the time that the model will carry
 * @param listener hears how it goes
 */
public record TrainingRequest(
    DetectorDefinition definition,
    EventTable events,
    Optional<boolean[]> labels,
    Optional<Classes> classes,
    long rowsInData,
    long seed,
    Instant createdAt,
    TrainingListener listener) {
  /** The seed where a user gives none. */
  public static final long DEFAULT_SEED = 42;

  /**
   * @throws IllegalArgumentException when the events are of another layout or the labels or classes
   *     not as many as they
   */
  public TrainingRequest {
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(listener, "listener");
    if (!events.layout().equals(EventLayouts.of(definition))) {
      throw new IllegalArgumentException(
          "the events must be of the definition's layout %s, got %s"
              .formatted(EventLayouts.of(definition), events.layout()));
    }
    if (labels.isPresent() && labels.get().length != events.rows()) {
      throw new IllegalArgumentException(
          "expected one label per event, got %d labels for %d events"
              .formatted(labels.get().length, events.rows()));
    }
    if (classes.isPresent() && classes.get().numbers().length != events.rows()) {
      throw new IllegalArgumentException(
          "expected one class per event, got %d classes for %d events"
              .formatted(classes.get().numbers().length, events.rows()));
    }
  }

  /** A request with the default seed, made now, that nobody listens to. */
  public static TrainingRequest of(DetectorDefinition definition, EventTable events) {
    return new TrainingRequest(
        definition,
        events,
        Optional.empty(),
        Optional.empty(),
        events.rows(),
        DEFAULT_SEED,
        Instant.now(),
        TrainingListener.SILENT);
  }

  /** A request on data as it was read, with its labels and its size before sampling. */
  public static TrainingRequest of(DetectorDefinition definition, DataTable data) {
    TrainingRequest request = of(definition, data.events());
    return new TrainingRequest(
        definition,
        data.events(),
        data.labels(),
        data.classes(),
        data.rowsInData(),
        request.seed,
        request.createdAt,
        request.listener);
  }

  public TrainingRequest withLabels(boolean[] anomalies) {
    return new TrainingRequest(
        definition, events, Optional.of(anomalies), classes, rowsInData, seed, createdAt, listener);
  }

  public TrainingRequest withClasses(Classes others) {
    return new TrainingRequest(
        definition, events, labels, Optional.of(others), rowsInData, seed, createdAt, listener);
  }

  /** The same rows with the numbers of keyed features. */
  TrainingRequest withEvents(EventTable replayed) {
    return new TrainingRequest(
        definition, replayed, labels, classes, rowsInData, seed, createdAt, listener);
  }

  public TrainingRequest withSeed(long other) {
    return new TrainingRequest(
        definition, events, labels, classes, rowsInData, other, createdAt, listener);
  }

  public TrainingRequest withCreatedAt(Instant time) {
    return new TrainingRequest(
        definition, events, labels, classes, rowsInData, seed, time, listener);
  }

  public TrainingRequest withListener(TrainingListener other) {
    return new TrainingRequest(
        definition, events, labels, classes, rowsInData, seed, createdAt, other);
  }
}
