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
 * {@value #NORMAL_SPREADS} spreads on either side.
 */
final class DeviationWording implements Wording {
  static final double NORMAL_SPREADS = 3;

  private final FeaturePipeline features;
  private final int index;
  private final Deviation deviation;
  private final NumberWords words;
  private final int value;
  private final int mean;
  private final int spread;

  /**
   * @param index of the deviation's field in the pipeline
   */
  DeviationWording(FeaturePipeline features, int index, Deviation deviation) {
    this.features = features;
    this.index = index;
    this.deviation = deviation;
    this.words = NumberWords.ofField(deviation.compared(), "for " + Owner.of(deviation.by()) + " ");
    EventLayout layout = features.layout();
    this.value = layout.indexOf(deviation.compared(), FieldKind.NUMBER);
    this.mean = layout.indexOf(deviation.meanName(), FieldKind.DERIVED);
    this.spread = layout.indexOf(deviation.spreadName(), FieldKind.DERIVED);
  }

  @Override
  public Finding find(Event event, float[] reconstruction) {
    double centre = compared(event.number(mean));
    double width = event.number(spread);
    double expected = features.expectedNumber(index, reconstruction);
    double compared =
        deviation.comparison() == Comparison.Z ? centre + expected * width : expected * centre;
    return words.find(event.number(value), inUnits(compared), normal(centre, width));
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
