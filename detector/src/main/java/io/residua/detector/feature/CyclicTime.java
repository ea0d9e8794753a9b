package io.residua.detector.feature;

/**
 * A point in time as sine and cosine of its place in a cycle.
 *
 * @param unit the cycle
 * @param typicalSine mean sine of the training data, what a missing time is taken for
 * @param typicalCosine mean cosine of the training data
 */
record CyclicTime(CyclicUnit unit, double typicalSine, double typicalCosine) implements TimePart {
  private static final int WIDTH = 2;

  /** A reconstruction nearer to the middle of the circle points nowhere. */
  private static final double LEAST_LENGTH = 0.2;

  CyclicTime {
    if (!(Math.abs(typicalSine) <= 1) || !(Math.abs(typicalCosine) <= 1)) {
      throw new IllegalArgumentException(
          "expected a sine and a cosine from -1 to 1, got "
              + typicalSine
              + " and "
              + typicalCosine);
    }
  }

  static double sine(CyclicUnit unit, long millis) {
    return Math.sin(angle(unit, millis));
  }

  static double cosine(CyclicUnit unit, long millis) {
    return Math.cos(angle(unit, millis));
  }

  private static double angle(CyclicUnit unit, long millis) {
    return 2 * Math.PI * unit.position(millis) / unit.steps();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public String featureName(int index) {
    return unit.id() + (index == 0 ? " sine" : " cosine");
  }

  @Override
  public void encode(long millis, float[] into, int offset) {
    into[offset] = (float) sine(unit, millis);
    into[offset + 1] = (float) cosine(unit, millis);
  }

  @Override
  public void encodeTypical(float[] into, int offset) {
    into[offset] = (float) typicalSine;
    into[offset + 1] = (float) typicalCosine;
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    double sine = reconstruction[offset];
    double cosine = reconstruction[offset + 1];
    if (!(Math.hypot(sine, cosine) >= LEAST_LENGTH)) {
      return "any time";
    }
    double turn = Math.atan2(sine, cosine) / (2 * Math.PI);
    return unit.name(Math.floorMod((int) Math.round(turn * unit.steps()), unit.steps()));
  }
}
