package io.residua.stream.kafka;

import io.residua.stream.Health;
import org.apache.kafka.streams.KafkaStreams;

/** Health by the state of Kafka Streams. A rebalance is not ready, and alive. */
record StreamsHealth(KafkaStreams streams) implements Health {
  @Override
  public boolean live() {
    KafkaStreams.State state = streams.state();
    return state != KafkaStreams.State.ERROR && state != KafkaStreams.State.PENDING_ERROR;
  }

  @Override
  public boolean ready() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }
}
