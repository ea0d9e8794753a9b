package io.residua.detector.alert;

import io.residua.detector.feature.Direction;

/**
 * One line of an explanation.
 *
 * @param field the field's path
 * @param share of the score, 0 to 1; the shares of all fields add up to 1
 * @param observed the observed value in the field's own units; null when it was missing
 * @param expected the value the model expected, in the field's own units
 * @param direction how observed stands to expected
 */
public record FieldContribution(
    String field, double share, String observed, String expected, Direction direction) {}
