package io.residua.stream.kafka;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.stream.KeyStates;
import io.residua.stream.OutputTopic;
import io.residua.stream.Place;
import io.residua.stream.RecordProcessor;
import java.util.List;
import java.util.function.Function;

/**
 * The topology's nodes of one place, by name. Names are part of what a running job is bound to:
 * those of stores and passages become names of topics.
 *
 * @param isFirst whether it reads the input
 */
record PlaceNodes(Place place, boolean isFirst) {

  /** Makes what processes the records of one task. */
  @FunctionalInterface
  interface TaskFactory {
    /**
     * @param stores the task's states by name
     */
    RecordProcessor create(int partition, Function<String, KeyStates> stores);
  }

  String processor() {
    return "at-" + place.name();
  }

  /** The node that takes what goes on to the next place. */
  String onward() {
    return "from-" + place.name();
  }

  String sink(OutputTopic output) {
    return output.name() + "-" + processor();
  }

  boolean keepsStates() {
    return place.stage().isPresent() || place.alerts();
  }

  /** What is written at this place. */
  List<OutputTopic> outputs(DetectorDefinition definition) {
    return OutputTopic.writtenBy(definition).stream().filter(this::writes).toList();
  }

  private boolean writes(OutputTopic output) {
    return switch (output) {
      case SCORES, EMBEDDINGS -> place.scores();
      case ALERTS -> place.alerts();
      case REJECTS -> !place.onlyAlerts();
    };
  }
}
