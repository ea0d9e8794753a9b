package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTimeTest {
  @ParameterizedTest
  @CsvSource({"5, 9, 5", "0, 9, 0", "-1, 9, 9", "-1, -1, 0"})
  void isTheRecordsOwnElseThePartitions(long own, long partition, long expected) {
    ConsumerRecord<Object, Object> record =
        new ConsumerRecord<>(
            "t",
            0,
            0,
            own,
            TimestampType.CREATE_TIME,
            0,
            0,
            null,
            null,
            new RecordHeaders(),
            Optional.empty());

    assertThat(new RecordTime().extract(record, partition)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"5, 9, 5", "9, 9, 9", "10, 9, 9"})
  void isNeverWrittenFromTheFuture(long source, long now, long expected) {
    assertThat(RecordTime.written(source, now)).isEqualTo(expected);
  }
}
