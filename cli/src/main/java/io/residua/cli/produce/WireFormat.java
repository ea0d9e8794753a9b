package io.residua.cli.produce;

import io.residua.cli.option.Choice;
import io.residua.schema.wire.HttpSchemaRegistry;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;

/** How values travel on a topic. */
public enum WireFormat {
  JSON,
  AVRO;

  /**
   * An encoder of a table's rows.
   *
   * @param schema of the rows, for Avro
   * @param registry numbers the schema, in the Confluent framing; without one Avro values are in
   *     single-object encoding
   * @throws io.residua.schema.wire.SchemaRegistryException when the registry does not take it
   */
  public RowEncoder encoder(
      String topic, List<TableColumn> columns, Schema schema, Optional<URI> registry) {
    if (this == JSON) {
      return new JsonRows(columns);
    }
    return registry
        .map(address -> AvroRows.confluent(schema, columns, topic, new HttpSchemaRegistry(address)))
        .orElseGet(() -> AvroRows.singleObject(schema, columns));
  }

  /** Its spelling on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a format's name. */
  public static final class Converter extends Choice<WireFormat> {
    public Converter() {
      super(List.of(WireFormat.values()));
    }
  }
}
