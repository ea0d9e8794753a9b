package io.residua.detector.history;

import io.residua.detector.definition.KeyedSpec.Comparison;
import io.residua.detector.event.Event;

/**
 * A value against the key's own running mean and spread, by Welford's updates (1962), whose weights
 * stop falling at the memory: from there on it is an exponentially weighted mean.
 *
 * <p>How it works: a key's own mean m and variance v over n events are shrunk to those of its
 * {@link Prior}, μ and σ², which weigh as much as k of its own events (James and Stein's shrinkage
 * with a fixed weight): mean = (n m + k μ) / (n + k), variance = (n (v + (m - mean)²) + k σ²) / (n
 * + k). So a key's first event is compared with all keys, where k = {@value #PRIOR_EVENTS}, or with
 * what the key was in training, and a key that never varied is not divided by nothing.
 *
 * <p>A value counts as if it were at most {@value #FARTHEST} spreads from the mean, or {@value
 * #FARTHEST_AT_FIRST} while the key has fewer than {@value #PRIOR_EVENTS} events: one monstrous
 * value does not become the key's normal one.
 */
final class DeviationTracker implements Tracker {
  static final double PRIOR_EVENTS = 5;
  static final double FARTHEST = 10;
  static final double FARTHEST_AT_FIRST = 25;

  /** A key's spread is at least this share of its population's. */
  static final double SMALLEST_SPREAD = 0.1;

  private static final int EVENTS = 0;
  private static final int MEAN = 1;
  private static final int VARIANCE = 2;

  private final int field;
  private final Populations populations;
  private final boolean log;
  private final int memory;
  private final Comparison comparison;
  private final int output;

  /**
   * @param output index of the deviation in the event; the key's mean and spread follow it
   */
  DeviationTracker(
      int field,
      Populations populations,
      boolean log,
      int memory,
      Comparison comparison,
      int output) {
    this.field = field;
    this.populations = populations;
    this.log = log;
    this.memory = memory;
    this.comparison = comparison;
    this.output = output;
  }

  @Override
  public int words() {
    return VARIANCE + 1;
  }

  @Override
  public void read(Event event, long[] state, int at) {
    Prior prior = populations.of(event);
    double mean = mean(state, at, prior);
    double spread = spread(state, at, prior);
    event.setNumber(output + 1, log ? unlogged(mean) : mean);
    event.setNumber(output + 2, spread);
    double value = value(event);
    event.setNumber(
        output,
        comparison == Comparison.Z
            ? (value - mean) / spread
            : ratio(value, mean, prior.smallestSpread()));
  }

  @Override
  public void add(Event event, long[] state, int at) {
    double value = value(event);
    if (Double.isNaN(value)) {
      return;
    }
    Prior prior = populations.of(event);
    double before = Words.get(state, at + EVENTS);
    double centre = mean(state, at, prior);
    boolean known = before + prior.events() >= 2 * PRIOR_EVENTS;
    double reach = (known ? FARTHEST : FARTHEST_AT_FIRST) * spread(state, at, prior);
    double counted = Math.max(centre - reach, Math.min(centre + reach, value));
    double weight = 1 / Math.min(before + 1, memory);
    double delta = counted - Words.get(state, at + MEAN);
    double mean = Words.get(state, at + MEAN) + weight * delta;
    double variance = Words.get(state, at + VARIANCE);
    Words.put(state, at + EVENTS, before + 1);
    Words.put(state, at + VARIANCE, variance + weight * (delta * (counted - mean) - variance));
    Words.put(state, at + MEAN, mean);
  }

  private double value(Event event) {
    return compared(event.number(field), log);
  }

  /** The value that is compared: bounded, and its logarithm where that is asked for. */
  static double compared(double number, boolean log) {
    double value = Words.bounded(number);
    return log ? Math.signum(value) * Math.log1p(Math.abs(value)) : value;
  }

  private static double unlogged(double value) {
    return Math.signum(value) * Math.expm1(Math.abs(value));
  }

  private static double mean(long[] state, int at, Prior prior) {
    double events = Words.get(state, at + EVENTS);
    return (events * Words.get(state, at + MEAN) + prior.events() * prior.mean())
        / (events + prior.events());
  }

  private static double spread(long[] state, int at, Prior prior) {
    double events = Words.get(state, at + EVENTS);
    double shift = Words.get(state, at + MEAN) - mean(state, at, prior);
    double own = Words.get(state, at + VARIANCE) + shift * shift;
    double variance =
        (events * own + prior.events() * prior.variance()) / (events + prior.events());
    return Math.max(Math.sqrt(variance), prior.smallestSpread());
  }

  /** Kept from dividing by nothing: a mean near 0 is taken for a tenth of the usual spread. */
  private static double ratio(double value, double mean, double smallestSpread) {
    double size = Math.max(Math.abs(mean), smallestSpread);
    return value / (mean < 0 ? -size : size);
  }
}
