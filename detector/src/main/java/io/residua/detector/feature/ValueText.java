package io.residua.detector.feature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Values as people read them. */
public final class ValueText {
  private static final MathContext BRIEFLY = new MathContext(2);
  private static final MathContext ROUGHLY = new MathContext(3);
  private static final MathContext ABOUT = new MathContext(4);
  private static final MathContext EXACTLY = new MathContext(10);
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e15;
  private static final String UNKNOWN = "unknown";
  private static final int LONGEST_TEXT = 100;

  private ValueText() {}

  /** A number with 2 significant digits. */
  public static String briefly(double value) {
    return number(value, BRIEFLY);
  }

  /** A number with 4 significant digits. */
  public static String about(double value) {
    return number(value, ABOUT);
  }

  /** A number with up to 10 significant digits. */
  public static String exactly(double value) {
    return number(value, EXACTLY);
  }

  /** For a sentence: 4 significant digits, and commas between thousands. */
  public static String inSentence(double value) {
    return grouped(number(value, ABOUT));
  }

  /** For a sentence, where the number is an estimate: 3 significant digits. */
  public static String roughlyInSentence(double value) {
    return grouped(number(value, ROUGHLY));
  }

  /** A text, cut where it is longer than 100 characters. */
  public static String text(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST_TEXT
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }

  private static String grouped(String number) {
    int point = number.indexOf('.');
    int firstDigit = number.startsWith("-") ? 1 : 0;
    if (number.equals(UNKNOWN) || number.contains("e")) {
      return number;
    }
    StringBuilder grouped = new StringBuilder(number);
    for (int at = (point < 0 ? number.length() : point) - 3; at > firstDigit; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  private static String number(double value, MathContext digits) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
      return String.format(Locale.ROOT, "%.3e", value).replaceFirst("\\.?0*e", "e");
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(digits);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
