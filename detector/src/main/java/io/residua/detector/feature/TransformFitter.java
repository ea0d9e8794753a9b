package io.residua.detector.feature;

import io.residua.detector.definition.TransformSpec;
import io.residua.detector.definition.TransformSpec.ClipTo;
import io.residua.detector.definition.TransformSpec.Simple;
import io.residua.detector.feature.SortedValues.Moments;
import java.util.Arrays;
import java.util.Optional;

/** Fits one transform of a number to the values that reach it. */
final class TransformFitter {
  /** Share of the values that {@code clip} cuts off on either side. */
  private static final double CLIPPED = 0.001;

  /** Distance of the 5 % and 95 % quantiles of the normal distribution. */
  private static final double NORMAL_RANGE = 3.29;

  /** Least robust scale in standard deviations: mostly constant columns have no inner range. */
  private static final double LEAST_ROBUST_SCALE = 0.3;

  /** Deviations of a smaller share of the largest value are rounding errors. */
  private static final double ROUNDING = 1e-12;

  private static final int QUANTILE_KNOTS = 129;

  private TransformFitter() {}

  /** The fitted transform; nothing where the definition says to leave the number as it is. */
  static Optional<NumberTransform> fit(TransformSpec spec, SortedValues values) {
    if (spec instanceof ClipTo clip) {
      return Optional.of(new Clip(clip.low(), clip.high()));
    }
    return switch ((Simple) spec) {
      case STANDARD -> Optional.of(standard(values));
      case ROBUST -> Optional.of(robust(values));
      case MINMAX -> Optional.of(minmax(values));
      case QUANTILE -> Optional.of(quantiles(values));
      case LOG1P -> Optional.of(new SignedLog());
      case CLIP -> clip(values);
      case NONE -> Optional.empty();
    };
  }

  private static NumberTransform standard(SortedValues values) {
    Moments moments = values.moments(0);
    return new Linear(Linear.Kind.STANDARD, moments.mean(), scale(moments.deviation(), values));
  }

  private static NumberTransform robust(SortedValues values) {
    double inner = (values.quantile(0.95) / 2 - values.quantile(0.05) / 2) / (NORMAL_RANGE / 2);
    double least = LEAST_ROBUST_SCALE * values.moments(CLIPPED).deviation();
    double all = values.moments(0).deviation();
    double scale = inner > 0 ? Math.max(inner, least) : all;
    return new Linear(Linear.Kind.ROBUST, values.quantile(0.5), scale(scale, values));
  }

  /** Bounds that would leave one value only, and so hide every deviation, are not applied. */
  private static Optional<NumberTransform> clip(SortedValues values) {
    double low = values.quantile(CLIPPED);
    double high = values.quantile(1 - CLIPPED);
    if (low < high) {
      return Optional.of(new Clip(low, high));
    }
    return values.isConstant()
        ? Optional.empty()
        : Optional.of(new Clip(values.min(), values.max()));
  }

  private static NumberTransform minmax(SortedValues values) {
    double range = Math.min(values.max() - values.min(), Double.MAX_VALUE);
    return new Linear(Linear.Kind.MINMAX, values.min(), scale(range, values));
  }

  /** A scale to divide by: 1 where the values do not vary beyond rounding errors. */
  private static double scale(double spread, SortedValues values) {
    double largest = Math.max(Math.abs(values.min()), Math.abs(values.max()));
    return spread > ROUNDING * largest && spread >= Double.MIN_NORMAL ? spread : 1;
  }

  /** Knots at probabilities that lie close together in both tails (a logistic grid). */
  private static NumberTransform quantiles(SortedValues values) {
    double[] x = new double[QUANTILE_KNOTS];
    double[] z = new double[QUANTILE_KNOTS];
    double end = Math.log(2.0 * values.size() - 1);
    for (int i = 0; i < QUANTILE_KNOTS; i++) {
      double t = end * (2.0 * i / (QUANTILE_KNOTS - 1) - 1);
      double p = 1 / (1 + Math.exp(-t));
      x[i] = values.quantile(i == 0 ? 0 : i == QUANTILE_KNOTS - 1 ? 1 : p);
      z[i] = NormalDistribution.quantile(p);
    }
    double tail = scale(values.moments(0).deviation(), values);
    return distinct(x, z, tail);
  }

  /** One knot for each value: a value that many rows share gets the mean of its normals. */
  private static NumberTransform distinct(double[] x, double[] z, double tail) {
    double[] values = new double[x.length];
    double[] normals = new double[x.length];
    int count = 0;
    for (int from = 0; from < x.length; ) {
      int to = from;
      double sum = 0;
      while (to < x.length && x[to] == x[from]) {
        sum += z[to++];
      }
      values[count] = x[from];
      normals[count++] = sum / (to - from);
      from = to;
    }
    return new NormalQuantiles(Arrays.copyOf(values, count), Arrays.copyOf(normals, count), tail);
  }
}
