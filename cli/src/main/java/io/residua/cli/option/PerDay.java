package io.residua.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how often something happens a day: 0 to 24 times. */
public final class PerDay implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    double perDay = parsed(text);
    if (!(perDay >= 0 && perDay <= 24)) {
      throw new TypeConversionException("expected a number from 0 to 24, found '" + text + "'");
    }
    return perDay;
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notNumber) {
      return Double.NaN;
    }
  }
}
