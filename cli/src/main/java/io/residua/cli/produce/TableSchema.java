package io.residua.cli.produce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** The Avro schema of a table's rows: every cell may be null. */
public final class TableSchema {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private TableSchema() {}

  /**
   * @param topic gives the record its name
   * @throws IllegalArgumentException when a column's name cannot be an Avro name
   */
  public static Schema of(String topic, List<TableColumn> columns) {
    return of(recordName(topic), RecordShape.of(columns));
  }

  private static Schema of(String name, RecordShape shape) {
    List<Schema.Field> fields = new ArrayList<>();
    shape
        .members()
        .forEach(
            (member, part) -> {
              if (part instanceof RecordShape.Cell cell) {
                fields.add(optional(member, cell.type().schema()));
              } else {
                Schema nested = of(name + "_" + member, ((RecordShape.Nested) part).shape());
                fields.add(new Schema.Field(checked(member), nested));
              }
            });
    return Schema.createRecord(name, null, "residua.events", false, fields);
  }

  private static Schema.Field optional(String name, Schema type) {
    Schema nullable = Schema.createUnion(Schema.create(Schema.Type.NULL), type);
    return new Schema.Field(checked(name), nullable, null, Schema.Field.NULL_DEFAULT_VALUE);
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected column names of letters, digits and _ for Avro, found '%s'; JSON takes any"
              .formatted(name));
    }
    return name;
  }

  private static String recordName(String topic) {
    String name = topic.replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }
}
