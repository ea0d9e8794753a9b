package io.residua.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rate such as {@code 200} or {@code 200/s}. */
public final class PerSecond implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    double rate = parsed(text.endsWith("/s") ? text.substring(0, text.length() - 2) : text);
    if (!(rate > 0 && Double.isFinite(rate))) {
      throw new TypeConversionException(
          "expected records a second such as 200/s, found '" + text + "'");
    }
    return rate;
  }

  private static double parsed(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException notNumber) {
      return Double.NaN;
    }
  }
}
