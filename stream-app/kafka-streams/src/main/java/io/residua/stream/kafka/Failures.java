package io.residua.stream.kafka;

import io.residua.schema.wire.SchemaRegistryException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;

/** What an exception of Kafka Streams means for the job and for people. */
final class Failures {
  /** Causes deeper than this are not looked at: a chain may be a circle. */
  private static final int DEEPEST = 20;

  private Failures() {}

  /** Whether trying again may help: the same thread would have gone on had the answer come. */
  static boolean isRetriable(Throwable failure) {
    return first(
            failure,
            cause ->
                cause instanceof RetriableException || cause instanceof SchemaRegistryException)
        .isPresent();
  }

  /** What happened, without the wrappings of Kafka Streams. */
  static String sentence(Throwable failure) {
    Throwable told = first(failure, cause -> !isWrapping(cause)).orElse(failure);
    String message = told.getMessage();
    return told.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private static boolean isWrapping(Throwable cause) {
    return cause instanceof StreamsException
        && !(cause instanceof MissingSourceTopicException)
        && cause.getCause() != null;
  }

  private static Optional<Throwable> first(Throwable failure, Predicate<Throwable> wanted) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST)
        .filter(wanted)
        .findFirst();
  }
}
