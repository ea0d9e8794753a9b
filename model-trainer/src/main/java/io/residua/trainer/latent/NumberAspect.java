package io.residua.trainer.latent;

import io.residua.detector.feature.ValueText;

/**
 * A field's numbers: differences of means in units of the deviation within the two sides (Cohen's
 * d).
 *
 * @param values one for each row; NaN where it is missing
 */
record NumberAspect(int field, String name, double[] values) implements Aspect {

  @Override
  public Difference of(boolean[] inGroup) {
    Moments own = new Moments();
    Moments others = new Moments();
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        (inGroup[row] ? own : others).add(values[row]);
      }
    }
    double difference = own.mean - others.mean;
    double freedom = own.count + others.count - 2;
    if (own.count == 0 || others.count == 0 || freedom <= 0 || difference == 0) {
      return new Difference(field, 0, "");
    }
    double deviation = Math.sqrt((own.squares + others.squares) / freedom);
    return new Difference(field, difference / deviation, words(own.mean, others.mean));
  }

  private String words(double own, double others) {
    return "%s is %s: %s on average, %s in the others"
        .formatted(
            name,
            own > others ? "higher" : "lower",
            ValueText.inSentence(own),
            ValueText.inSentence(others));
  }

  /** Mean and sum of squared deviations, by Welford's update. */
  private static final class Moments {
    private long count;
    private double mean;
    private double squares;

    private void add(double value) {
      count++;
      double from = value - mean;
      mean += from / count;
      squares += from * (value - mean);
    }
  }
}
