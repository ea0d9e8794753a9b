package io.residua.trainer.data;

/** What a column's values are. */
public enum ColumnKind {
  NUMBER("numbers"),
  BOOLEAN("true and false"),
  TEXT("text"),
  /** Points in time and dates. */
  TIME("points in time"),
  /** JSON values that are not all of one type. */
  MIXED("values of several types"),
  /** Lists, maps, bytes: nothing that a field can be read from. */
  OTHER("lists or the like");

  private final String plural;

  ColumnKind(String plural) {
    this.plural = plural;
  }

  /** The values in words, for messages. */
  public String plural() {
    return plural;
  }

  static ColumnKind ofSqlType(String type) {
    String base = type.replaceAll("\\(.*", "");
    if (type.endsWith("]") || type.startsWith("STRUCT(") || type.startsWith("MAP(")) {
      return OTHER;
    }
    return switch (base) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "BIGNUM" -> NUMBER;
      case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> NUMBER;
      case "FLOAT", "DOUBLE", "DECIMAL" -> NUMBER;
      case "BOOLEAN" -> BOOLEAN;
      case "VARCHAR", "ENUM", "UUID" -> TEXT;
      case "JSON" -> MIXED;
      case "DATE", "TIME" -> TIME;
      default -> base.startsWith("TIMESTAMP") ? TIME : OTHER;
    };
  }
}
