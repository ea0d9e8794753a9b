package io.residua.detector.history;

import io.residua.detector.definition.Statistic;
import io.residua.detector.event.Event;
import java.util.EnumMap;
import java.util.Map;

/**
 * Statistics of a number whose events weigh half as much with each half-life: four words, however
 * many events. Mean and spread by West's weighted updates (1979).
 */
final class DecayTracker implements Tracker {
  private static final int TIME = 0;
  private static final int WEIGHT = 1;
  private static final int MEAN = 2;
  private static final int SQUARES = 3;

  private final int field;
  private final long halfLifeMillis;
  private final Map<Statistic, Integer> outputs;

  DecayTracker(int field, long halfLifeMillis, Map<Statistic, Integer> outputs) {
    this.field = field;
    this.halfLifeMillis = halfLifeMillis;
    this.outputs = new EnumMap<>(outputs);
  }

  @Override
  public int words() {
    return SQUARES + 1;
  }

  @Override
  public void read(Event event, long[] state, int at) {
    double decay = decay(event.time(), state, at);
    double weight = Words.get(state, at + WEIGHT);
    double mean = weight > 0 ? Words.get(state, at + MEAN) : Double.NaN;
    outputs.forEach(
        (statistic, index) ->
            event.setNumber(
                index,
                switch (statistic) {
                  case COUNT -> weight * decay;
                  case SUM -> weight > 0 ? weight * decay * mean : 0;
                  case MEAN -> mean;
                  case STD -> Math.sqrt(Words.get(state, at + SQUARES) / weight);
                  default -> throw new IllegalStateException(statistic + " does not decay");
                }));
  }

  @Override
  public void add(Event event, long[] state, int at) {
    if (Double.isNaN(event.number(field))) {
      return;
    }
    double value = Words.bounded(event.number(field));
    double decay = decay(event.time(), state, at);
    double before = Words.get(state, at + WEIGHT) * decay;
    double weight = before + 1;
    double delta = value - Words.get(state, at + MEAN);
    double mean = before == 0 ? value : Words.get(state, at + MEAN) + delta / weight;
    double squares = before == 0 ? 0 : delta * (value - mean);
    state[at + TIME] = event.time();
    Words.put(state, at + SQUARES, Words.get(state, at + SQUARES) * decay + squares);
    Words.put(state, at + MEAN, mean);
    Words.put(state, at + WEIGHT, weight);
  }

  private double decay(long time, long[] state, int at) {
    long since = Math.max(0, time - state[at + TIME]);
    return state[at + WEIGHT] == 0 ? 1 : Math.pow(0.5, (double) since / halfLifeMillis);
  }
}
