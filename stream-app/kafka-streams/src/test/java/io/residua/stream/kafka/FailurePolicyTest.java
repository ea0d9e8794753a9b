package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.schema.wire.SchemaRegistryException;
import io.residua.stream.JobException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailurePolicyTest {
  private final List<JobException> ends = new ArrayList<>();
  private final FailurePolicy policy =
      new FailurePolicy(Duration.ofMillis(1), new CountDownLatch(1), ends::add);

  static Stream<Throwable> passing() {
    return Stream.of(
        new TimeoutException("no answer"),
        new StreamsException(new DisconnectException("gone")),
        new StreamsException("task 0_0", new StreamsException(new TimeoutException("no answer"))),
        new StreamsException(new SchemaRegistryException("cannot be reached")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void replacesAThreadWhereTryingAgainMayHelp(Throwable failure) {
    assertThat(policy.handle(failure)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(ends).isEmpty();
  }

  static Stream<Arguments> lasting() {
    return Stream.of(
        Arguments.of(
            new StreamsException("task 0_0", new RecordTooLargeException("2 MB")),
            "the job ended: RecordTooLargeException: 2 MB"),
        Arguments.of(
            new StreamsException(new TopicAuthorizationException("not yours")),
            "the job ended: TopicAuthorizationException: not yours"),
        Arguments.of(
            new MissingSourceTopicException("transactions is gone"),
            "the job ended: MissingSourceTopicException: transactions is gone"),
        Arguments.of(new OutOfMemoryError(), "the job ended: OutOfMemoryError"),
        Arguments.of(new StreamsException("alone"), "the job ended: StreamsException: alone"));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void endsTheJobWithASentenceOtherwise(Throwable failure, String sentence) {
    assertThat(policy.handle(failure)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(ends).singleElement().satisfies(end -> assertThat(end).hasMessage(sentence));
  }

  @Test
  void looksNoFurtherThanACircleOfCausesIsLong() {
    Exception first = new IllegalStateException("first");
    Exception second = new IllegalStateException("second", first);
    first.initCause(second);

    assertThat(policy.handle(second)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }
}
