package io.residua.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TCP port, 0 to 65535. */
public final class Port implements ITypeConverter<Integer> {
  private static final int LARGEST = 65_535;

  @Override
  public Integer convert(String text) {
    int port = parsed(text);
    if (port < 0 || port > LARGEST) {
      throw new TypeConversionException("expected a port from 0 to 65535, found '" + text + "'");
    }
    return port;
  }

  private static int parsed(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notWhole) {
      return -1;
    }
  }
}
