package io.residua.trainer.data;

import java.util.Locale;

/** Reads a label: 0 and 1, true and false. */
final class Labels {
  private Labels() {}

  /**
   * @param row the row's number, from 1, for the message
   */
  static boolean read(Object cell, String column, long row) throws DataException {
    if (cell instanceof Boolean flag) {
      return flag;
    }
    if (cell instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
      return number.doubleValue() == 1;
    }
    String text = cell == null ? "" : cell.toString().strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default ->
          throw new DataException(
              "label column %s, row %d: expected 0 or 1 (or false or true), found %s"
                  .formatted(column, row, cell == null ? "nothing" : text));
    };
  }
}
