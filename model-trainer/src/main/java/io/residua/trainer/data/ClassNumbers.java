package io.residua.trainer.data;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the classes that a column names, from 0 in the order of their first rows. */
final class ClassNumbers {
  /** With more, a column rather names the rows than their classes. */
  static final int MOST = 1_000;

  private final String column;
  private final Map<String, Integer> known = new LinkedHashMap<>();
  private int[] numbers = new int[16];
  private int rows;

  ClassNumbers(String column) {
    this.column = column;
  }

  /** What a cell names; null where it is empty. A number has one name, however it is written. */
  static String name(Object cell) {
    if (cell instanceof Number number && Double.isFinite(number.doubleValue())) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    String text = cell == null ? "" : cell.toString().strip();
    return text.isEmpty() ? null : text;
  }

  /**
   * Adds a row.
   *
   * @param name null where its class is unknown
   * @throws DataException when there are more than {@value #MOST} classes
   */
  void add(String name) throws DataException {
    if (rows == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[rows++] = name == null ? Classes.UNKNOWN : number(name);
  }

  private int number(String name) throws DataException {
    Integer number = known.get(name);
    if (number == null) {
      number = known.size();
      known.put(name, number);
    }
    if (number == MOST) {
      throw new DataException(
          "class column %s: expected at most %,d classes, found more".formatted(column, MOST));
    }
    return number;
  }

  /** Those of all rows. */
  Classes classes() {
    return new Classes(Arrays.copyOf(numbers, rows), List.copyOf(known.keySet()));
  }
}
