package io.residua.detector.alert;

import io.residua.detector.feature.Direction;

/**
 * What one of the definition's features says in an explanation.
 *
 * @param feature the name under which the definition knows it
 * @param observed the observed value in the feature's own units; null when it was missing
 * @param expected the value the model expected, in the feature's own units
 * @param direction how observed stands to expected
 */
public record FeatureContribution(
    String feature, String observed, String expected, Direction direction) {}
