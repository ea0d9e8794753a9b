package io.residua.benchmarks.growth;

import io.residua.benchmarks.ThirtyFeatures;
import io.residua.benchmarks.engine.Engine;
import io.residua.benchmarks.engine.KafkaStreamsEngine;
import io.residua.benchmarks.pipeline.Measurement;
import io.residua.benchmarks.pipeline.Pipelines;
import io.residua.benchmarks.pipeline.RecordFeed;
import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.detector.Detector;
import io.residua.stream.kafka.JobSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole job on a broker of the same process, by the number of partitions of every topic. */
final class PartitionGrowth {
  private static final String TOPIC = "readings";

  /** Java compiles Kafka's code, and ours, for millions of records. */
  private static final int WARM_UP_OF_THE_FIRST = 8;

  private static final int WARM_UP = 2;

  private PartitionGrowth() {}

  /**
   * @param partitions each once
   * @param records of a round, in all partitions together
   * @return medians of rates and of processor times, by the number of partitions
   */
  static Map<Integer, Measurement> measure(List<Integer> partitions, int records, int rounds)
      throws Exception {
    Map<Integer, Measurement> medians = new LinkedHashMap<>();
    for (int each : partitions) {
      int warmUp = medians.isEmpty() ? WARM_UP_OF_THE_FIRST : WARM_UP;
      medians.put(each, measure(each, records, warmUp, rounds));
    }
    return medians;
  }

  private static Measurement measure(int partitions, int records, int warmUp, int rounds)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
      String bootstrap = broker.bootstrapServers();
      Engine engine =
          new KafkaStreamsEngine(JobSettings.defaults().withBootstrapServers(bootstrap));
      Detector detector = ThirtyFeatures.detector(TOPIC, "avro", "{}");
      RecordFeed.fill(bootstrap, TOPIC, "avro", partitions, records);
      List<Measurement> measured = new ArrayList<>();
      try (Pipelines pipelines = new Pipelines(engine, bootstrap, detector, 1, 1, records)) {
        for (int round = -warmUp; round < rounds; round++) {
          Measurement scoring = pipelines.scoring();
          if (round >= 0) {
            measured.add(scoring);
          }
        }
      }
      return Measurement.median(measured);
    }
  }
}
