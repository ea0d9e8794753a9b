package io.residua.detector.event;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * One spelling for each number that is read as text, whatever type and format it arrived in: a
 * number that arrived without a fraction keeps its digits, any other is the double nearest to it:
 * as digits where it is whole and below 2^63 ({@code 100}, not {@code 100.0} or {@code 1e2}), else
 * as the shortest decimal that reads back as the same double (or float), the same on every JVM.
 */
final class NumberSpelling {
  private static final double TWO_TO_63 = 0x1p63;

  private NumberSpelling() {}

  static String of(long value) {
    return Long.toString(value);
  }

  static String of(double value) {
    return whole(value) ? Long.toString((long) value) : NumberOutput.toString(value, true);
  }

  static String of(float value) {
    return whole(value) ? Long.toString((long) value) : NumberOutput.toString(value, true);
  }

  static String of(BigInteger value) {
    return value.toString();
  }

  static String of(BigDecimal value) {
    boolean digits =
        value.scale() <= 0 && value.precision() - (long) value.scale() <= FieldTarget.MOST_DIGITS;
    return digits ? value.toBigInteger().toString() : of(value.doubleValue());
  }

  private static boolean whole(double value) {
    return value == Math.rint(value) && Math.abs(value) < TWO_TO_63;
  }
}
