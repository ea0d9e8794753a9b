package io.residua.cli.simulate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Draws from the distributions that the simulations use; every draw comes from one seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Independent dice: what they roll does not change what these roll afterwards. */
  Dice split() {
    return new Dice(random.split());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Uniform in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Uniform among low, …, high. */
  int whole(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** Log-normal around a median; spread is the standard deviation of the logarithm. */
  double aroundMedian(double median, double spread) {
    return median * Math.exp(spread * random.nextGaussian());
  }

  /** Poisson by multiplication (Knuth), for small means. */
  int poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of the choices, each with a probability in proportion to its weight. */
  <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
    double left = choices.stream().mapToDouble(weight).sum() * random.nextDouble();
    for (T choice : choices) {
      left -= weight.applyAsDouble(choice);
      if (left < 0) {
        return choice;
      }
    }
    return choices.get(choices.size() - 1);
  }

  static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }
}
