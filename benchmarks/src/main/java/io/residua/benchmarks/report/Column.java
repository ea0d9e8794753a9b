package io.residua.benchmarks.report;

import java.util.Locale;

/**
 * A column of a table.
 *
 * @param format of {@link java.util.Formatter}, for cells that are numbers
 */
public record Column(String name, String format) {
  /** A column of texts and of whole numbers. */
  public static Column plain(String name) {
    return new Column(name, "%,.0f");
  }

  /** A column of numbers with so many digits after the point. */
  public static Column decimals(String name, int digits) {
    return new Column(name, "%,." + digits + "f");
  }

  String text(Object cell) {
    return cell instanceof Number number
        ? String.format(Locale.ROOT, format, number.doubleValue())
        : String.valueOf(cell);
  }
}
