package io.residua.detector.feature;

/** One encoding of a point in time. Fitted, immutable. */
sealed interface TimePart permits CyclicTime, HolidayFlag {
  /** How many features it makes, at least 1. */
  int width();

  /** A feature's name, to stand behind the field's. */
  String featureName(int index);

  /** Writes the features of a point in time. */
  void encode(long millis, float[] into, int offset);

  /** Writes what a missing time is taken for. */
  void encodeTypical(float[] into, int offset);

  /** What reconstructed features say, for people. */
  String expected(float[] reconstruction, int offset);
}
