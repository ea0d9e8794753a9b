package io.residua.detector.explain;

import io.residua.detector.event.Event;
import io.residua.detector.feature.Direction;
import io.residua.detector.feature.FeaturePipeline;

/** A category or a time: {@code country FR: expected DE}. */
final class ValueWording implements Wording {
  private final FeaturePipeline features;
  private final int index;

  /**
   * @param index of the field in the pipeline
   */
  ValueWording(FeaturePipeline features, int index) {
    this.features = features;
    this.index = index;
  }

  @Override
  public Finding find(Event event, float[] reconstruction) {
    String observed = features.observed(index, event);
    String expected = features.expected(index, reconstruction);
    Direction direction = features.direction(index, event, reconstruction);
    return new Finding(
        null,
        observed,
        expected,
        direction,
        null,
        features
            .sentence(index, event, reconstruction)
            .orElseGet(() -> sentence(observed, expected, direction)));
  }

  private String sentence(String observed, String expected, Direction direction) {
    String field = features.field(index);
    if (observed == null) {
      return field + " is missing";
    }
    return direction == Direction.UNKNOWN
        ? "%s %s is unusual here".formatted(field, observed)
        : "%s %s: expected %s".formatted(field, observed, expected);
  }
}
