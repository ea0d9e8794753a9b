package io.residua.detector.explain;

import io.residua.detector.feature.Direction;

/**
 * What one feature finds in a record.
 *
 * @param feature the feature in words; null where it is the field itself
 * @param observed null where it was missing
 * @param expected null where there is nothing to expect
 * @param normal the normal range in words; null where it is not known
 * @param sentence for people
 */
record Finding(
    String feature,
    String observed,
    String expected,
    Direction direction,
    String normal,
    String sentence) {}
