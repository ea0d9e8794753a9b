package io.residua.detector.history;

/**
 * What a key begins with: a mean and a spread that weigh as much as so many of its own events.
 *
 * @param variance above 0
 * @param events above 0
 * @param smallestSpread that the key is ever taken to have
 */
record Prior(double mean, double variance, double events, double smallestSpread) {

  /** Of a key that nothing is known of, but what is normal among others. */
  static Prior of(Population others, double events, double smallestSpread) {
    return new Prior(
        others.mean(), others.deviation() * others.deviation(), events, smallestSpread);
  }

  /**
   * This with events of the key itself.
   *
   * @param most how many of them count
   */
  Prior and(FittedKey key, int most) {
    double own = Math.min(key.events(), most);
    double sum = own + events;
    double joined = (own * key.mean() + events * mean) / sum;
    double shift = key.mean() - joined;
    double ownVariance = key.deviation() * key.deviation() + shift * shift;
    double joinedVariance = (own * ownVariance + events * variance) / sum;
    return new Prior(joined, joinedVariance, sum, smallestSpread);
  }
}
