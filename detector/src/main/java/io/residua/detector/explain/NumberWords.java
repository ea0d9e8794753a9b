package io.residua.detector.explain;

import io.residua.detector.feature.Direction;
import io.residua.detector.feature.Interval;
import io.residua.detector.feature.ValueText;
import java.util.Optional;

/**
 * How a sentence about one number reads: {@code amount 4,210 is high: expected about 60, normal for
 * this card below 140}.
 *
 * @param feature what the number is, in words; null where it is the field itself
 * @param before stands before the number
 * @param after stands after the number and its unit
 * @param saysSide whether the sentence says that the number is high or low
 * @param unit stands after each number, with a space before it; may be empty
 * @param whose whose normal range it is, with a space behind; may be empty
 */
record NumberWords(
    String feature, String before, String after, boolean saysSide, String unit, String whose) {

  private static final double NOISE = 1e-3;

  /** The value of a field. */
  static NumberWords ofField(String field, String whose) {
    return new NumberWords(null, field + " ", "", true, "", whose);
  }

  /** A number that is made of a field. */
  static NumberWords ofFeature(String words, String whose) {
    return new NumberWords(words, words + " is ", "", false, "", whose);
  }

  /**
   * Seconds since something.
   *
   * @param since {@code since the previous event of this card}
   */
  static NumberWords ofSeconds(String words, String since) {
    return new NumberWords(words, "", " " + since, true, " s", "");
  }

  /**
   * Puts one number into words.
   *
   * @param observed NaN where it was missing
   * @param normal where it normally lies, where that is known
   */
  Finding find(double observed, double expected, Optional<Interval> normal) {
    Direction direction = direction(observed, expected);
    return new Finding(
        feature,
        Double.isNaN(observed) ? null : ValueText.exactly(observed),
        ValueText.about(expected),
        direction,
        normal.map(range -> whose + range(range, direction)).orElse(null),
        sentence(observed, expected, normal, direction));
  }

  private String sentence(
      double observed, double expected, Optional<Interval> normal, Direction direction) {
    if (Double.isNaN(observed)) {
      return (feature == null ? before.strip() : feature) + " is missing";
    }
    String opening = before + ValueText.inSentence(observed) + unit + after;
    if (direction == Direction.UNKNOWN) {
      return opening + (saysSide ? " is unusual here" : ", which is unusual here");
    }
    String side = saysSide ? (direction == Direction.HIGH ? " is high" : " is low") : "";
    return opening + side + ": " + against(observed, expected, normal, direction);
  }

  /**
   * A number within its range stands out by what the others of its record are. A network that an
   * anomaly draws along expects what is beyond the range itself, which would contradict it.
   */
  private String against(
      double observed, double expected, Optional<Interval> normal, Direction direction) {
    double rounded = withoutNoise(expected, observed - expected);
    String about = "expected about " + ValueText.roughlyInSentence(rounded) + unit;
    if (normal.isEmpty() || !isBeyond(normal.get(), observed, direction)) {
      return about;
    }
    String range = "normal " + whose + range(normal.get(), direction);
    return isBeyond(normal.get(), expected, direction) ? range : about + ", " + range;
  }

  /** An estimate; 0 where it differs from 0 by less than a thousandth of what matters. */
  static double withoutNoise(double estimate, double matters) {
    return Math.abs(estimate) < NOISE * Math.abs(matters) ? 0 : estimate;
  }

  private static boolean isBeyond(Interval range, double number, Direction direction) {
    return direction == Direction.HIGH ? number > range.high() : number < range.low();
  }

  private String range(Interval range, Direction direction) {
    String low = ValueText.roughlyInSentence(range.low()) + unit;
    String high = ValueText.roughlyInSentence(range.high()) + unit;
    if (low.equals(high)) {
      return low;
    }
    return switch (direction) {
      case HIGH -> "below " + high;
      case LOW -> "above " + low;
      case DIFFERENT, UNKNOWN -> low + " to " + high;
    };
  }

  private static Direction direction(double observed, double expected) {
    if (observed > expected) {
      return Direction.HIGH;
    }
    return observed < expected ? Direction.LOW : Direction.UNKNOWN;
  }
}
