package io.residua.trainer.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** Reads one column of a result as plain Java values; a missing value is null. */
@FunctionalInterface
interface CellReader {
  /** A number as files write one; anything longer than its bound is not looked at. */
  Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

  int LONGEST_NUMBER = 400;
  ObjectMapper JSON = new ObjectMapper();

  Object read(ResultSet row, int column) throws SQLException;

  /**
   * @param numbersInText whether text that spells a number is one: in a CSV column that holds
   *     numbers but for a few cells
   */
  static CellReader of(Leaf leaf, boolean numbersInText) {
    return switch (leaf.kind()) {
      case TIME -> time(leaf.sqlType());
      case MIXED -> (row, column) -> json(row.getString(column));
      case TEXT ->
          numbersInText
              ? (row, column) -> numberOrText(row.getString(column))
              : ResultSet::getString;
      default -> ResultSet::getObject;
    };
  }

  private static CellReader time(String sqlType) {
    boolean withoutZone = sqlType.startsWith("TIMESTAMP") && !sqlType.contains("ZONE");
    return withoutZone
        ? (row, column) -> row.getObject(column, LocalDateTime.class)
        : ResultSet::getObject;
  }

  private static Object numberOrText(String text) {
    if (text == null || text.length() > LONGEST_NUMBER) {
      return text;
    }
    String stripped = text.strip();
    return NUMBER.matcher(stripped).matches() ? (Object) new BigDecimal(stripped) : text;
  }

  private static Object json(String text) throws SQLException {
    if (text == null) {
      return null;
    }
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isNull()) {
        return null;
      }
      if (node.isBoolean()) {
        return node.booleanValue();
      }
      return node.isNumber() ? node.numberValue() : node.isTextual() ? node.textValue() : node;
    } catch (JsonProcessingException e) {
      throw new SQLException("a JSON value cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
