package io.residua.detector.alert;

import io.residua.detector.feature.Direction;
import java.util.List;

/**
 * One line of an explanation: a field of the record, with all features that are made of it. What it
 * says is said by the one of them that contributed most.
 *
 * @param field the field's path
 * @param feature that feature in words, such as {@code mean of amount over 7d by card}; null where
 *     it is the field itself
 * @param share of the score, 0 to 1; the shares of all fields add up to 1
 * @param observed the observed value in the units of the field, or of the feature where there is
 *     one; null when it was missing
 * @param expected the value the model expected, in the same units; null where it expects none
 * @param direction how observed stands to expected
 * @param normal the normal range in words, such as {@code for this card below 140}; null when it is
 *     not known
 * @param sentence the line for people, without its share
 * @param features every feature that is made of the field
 */
public record FieldContribution(
    String field,
    String feature,
    double share,
    String observed,
    String expected,
    Direction direction,
    String normal,
    String sentence,
    List<FeatureContribution> features) {
  public FieldContribution {
    features = List.copyOf(features);
  }
}
