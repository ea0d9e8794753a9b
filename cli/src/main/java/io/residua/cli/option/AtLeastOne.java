package io.residua.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a count of at least 1. */
public final class AtLeastOne implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    try {
      long count = Long.parseLong(text);
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException notWhole) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static TypeConversionException refusal(String text) {
    return new TypeConversionException(
        "expected a whole number of at least 1, found '" + text + "'");
  }
}
