package io.residua.stream;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.OutputShare;
import io.residua.schema.Alert;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;

/** What a job writes, each to a topic of its own: {@code DETECTOR.scores} and so on. */
public enum OutputTopic {
  SCORES("scores", ScoredRecord.getClassSchema()),
  EMBEDDINGS("embeddings", LatentEmbedding.getClassSchema()),
  ALERTS("alerts", Alert.getClassSchema()),
  REJECTS("rejects", Reject.getClassSchema());

  private final String suffix;
  private final Schema schema;

  OutputTopic(String suffix, Schema schema) {
    this.suffix = suffix;
    this.schema = schema;
  }

  /** The topic of a detector. */
  public String of(String detector) {
    return detector + "." + suffix;
  }

  /** The schema of its values. */
  public Schema schema() {
    return schema;
  }

  /** Those that a definition has written; alerts and rejects always are. */
  public static List<OutputTopic> writtenBy(DetectorDefinition definition) {
    return Arrays.stream(values()).filter(topic -> topic.isWrittenBy(definition)).toList();
  }

  private boolean isWrittenBy(DetectorDefinition definition) {
    return switch (this) {
      case SCORES -> !definition.outputs().scores().equals(OutputShare.NONE);
      case EMBEDDINGS -> !definition.outputs().embeddings().equals(OutputShare.NONE);
      case ALERTS, REJECTS -> true;
    };
  }
}
