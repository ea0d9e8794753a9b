package io.residua.detector.definition;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as definitions write them: {@code 12}, {@code -0.5}, {@code 1e-3}. */
final class Numbers {
  /** A number of at least 0, for patterns around it. */
  static final String UNSIGNED =
      "(?:[0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,3})?";

  private static final Pattern NUMBER = Pattern.compile("-?" + UNSIGNED);
  private static final int LONGEST = 30;

  private Numbers() {}

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** A spelling that reads back as the same number, without an exponent where that is short. */
  static String write(double number) {
    String shortest = Double.toString(number);
    String plain = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    return plain.length() > LONGEST || number == 0 ? shortest : plain;
  }
}
