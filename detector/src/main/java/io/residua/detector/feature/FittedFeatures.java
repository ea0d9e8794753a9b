package io.residua.detector.feature;

import java.util.List;

/**
 * What fitting gives.
 *
 * @param pipeline the fitted features
 * @param warnings what a user should know about the data, one sentence each
 */
public record FittedFeatures(FeaturePipeline pipeline, List<String> warnings) {
  public FittedFeatures {
    warnings = List.copyOf(warnings);
  }
}
