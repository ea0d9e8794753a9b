package io.residua.detector.explain;

import io.residua.detector.definition.KeyedSpec.Comparison;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.Interval;
import java.util.Optional;

/**
 * A field against the key's own mean and spread, said of the field's own value: what was expected
 * is the mean moved by the deviation that the network expected, what is normal is the mean and
 * {@value #NORMAL_SPREADS} spreads on either side. An earlier deviation is taken back to the
 * field's units by the mean and spread of now, of which those of then are not far.
 */
final class DeviationWording implements Wording {
  static final double NORMAL_SPREADS = 3;

  /** Index of a value that the event does not hold. */
  private static final int NOT_KEPT = -1;

  private final FeaturePipeline features;
  private final int index;
  private final Deviation deviation;
  private final NumberWords words;
  private final int value;
  private final int mean;
  private final int spread;

  private DeviationWording(
      FeaturePipeline features, int index, Deviation deviation, NumberWords words, int value) {
    this.features = features;
    this.index = index;
    this.deviation = deviation;
    this.words = words;
    this.value = value;
    EventLayout layout = features.layout();
    this.mean = layout.indexOf(deviation.meanName(), FieldKind.DERIVED);
    this.spread = layout.indexOf(deviation.spreadName(), FieldKind.DERIVED);
  }

  /**
   * @param index of the deviation's field in the pipeline
   */
  static DeviationWording ofNow(FeaturePipeline features, int index, Deviation deviation) {
    int value = features.layout().indexOf(deviation.compared(), FieldKind.NUMBER);
    NumberWords words = NumberWords.ofField(deviation.compared(), whose(deviation));
    return new DeviationWording(features, index, deviation, words, value);
  }

  /**
   * @param index in the pipeline of the field that recalls the deviation
   * @param words what it recalls
   */
  static DeviationWording ofEarlier(
      FeaturePipeline features, int index, Deviation deviation, String words) {
    return new DeviationWording(
        features, index, deviation, NumberWords.ofFeature(words, whose(deviation)), NOT_KEPT);
  }

  private static String whose(Deviation deviation) {
    return "for " + Owner.of(deviation.by()) + " ";
  }

  @Override
  public Finding find(Event event, float[] reconstruction) {
    double centre = compared(event.number(mean));
    double width = event.number(spread);
    double expected = value(features.expectedNumber(index, reconstruction), centre, width);
    double observed =
        value == NOT_KEPT
            ? earlier(features.number(index, event), expected, centre, width)
            : event.number(value);
    return words.find(observed, expected, normal(centre, width));
  }

  private double earlier(double distance, double expected, double centre, double width) {
    double estimate = value(distance, centre, width);
    return NumberWords.withoutNoise(estimate, estimate - expected);
  }

  private double value(double distance, double centre, double width) {
    return inUnits(
        deviation.comparison() == Comparison.Z ? centre + distance * width : distance * centre);
  }

  private Optional<Interval> normal(double centre, double width) {
    double low = inUnits(centre - NORMAL_SPREADS * width);
    double high = inUnits(centre + NORMAL_SPREADS * width);
    return Double.isFinite(low) && Double.isFinite(high)
        ? Optional.of(new Interval(low, high))
        : Optional.empty();
  }

  /** As the tracker compares it: the logarithm where that is asked for. */
  private double compared(double number) {
    return deviation.log() ? Math.signum(number) * Math.log1p(Math.abs(number)) : number;
  }

  private double inUnits(double compared) {
    return deviation.log() ? Math.signum(compared) * Math.expm1(Math.abs(compared)) : compared;
  }
}
