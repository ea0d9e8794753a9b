package io.residua.trainer.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a person reads them, the same on every machine. */
final class Figure {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Figure() {}

  /** Four significant digits at most; what is not finite in words. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "not measured";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinite" : "minus infinite";
    }
    return rounded(BigDecimal.valueOf(value).round(FOUR_DIGITS));
  }

  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A share as people say it: one in so many. */
  static String oneIn(double share) {
    return "1 in " + of(Math.round(1 / share));
  }

  private static String rounded(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -4 && exponent < 7) {
      return stripped.toPlainString();
    }
    return stripped.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
