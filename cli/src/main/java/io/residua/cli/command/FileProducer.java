package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.cli.option.Output;
import io.residua.cli.produce.PublishException;
import io.residua.cli.produce.Publisher;
import io.residua.cli.produce.RowEncoder;
import io.residua.cli.produce.RowFile;
import io.residua.cli.produce.TableSchema;
import io.residua.cli.produce.Topics;
import io.residua.cli.produce.WireFormat;
import io.residua.trainer.data.DataException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** Plays a file onto a topic and says how fast it went. */
final class FileProducer {
  private final Path data;
  private final String topic;
  private final WireFormat format;
  private final Optional<String> key;
  private final Optional<URI> registry;
  private final Optional<Path> schemaOut;

  FileProducer(
      Path data,
      String topic,
      WireFormat format,
      Optional<String> key,
      Optional<URI> registry,
      Optional<Path> schemaOut) {
    this.data = data;
    this.topic = topic;
    this.format = format;
    this.key = key;
    this.registry = registry;
    this.schemaOut = schemaOut;
  }

  void run(String bootstrap, int partitions, double perSecond, Output output)
      throws CommandFailure, DataException, PublishException, IOException, InterruptedException {
    try (RowFile file = RowFile.open(data)) {
      RowEncoder encoder = encoder(file);
      int keyColumn = key.isPresent() ? file.column(key.get()) : -1;
      boolean created = Topics.ensure(bootstrap, topic, partitions);
      long start = System.nanoTime();
      long sent = send(file, encoder, keyColumn, bootstrap, perSecond);
      report(sent, (System.nanoTime() - start) / 1e9, created, output);
    }
  }

  private RowEncoder encoder(RowFile file) throws IOException {
    Schema schema = null;
    if (format == WireFormat.AVRO || schemaOut.isPresent()) {
      schema = TableSchema.of(topic, file.columns());
    }
    if (schemaOut.isPresent()) {
      Files.writeString(
          schemaOut.get(), SchemaFormatter.getInstance("json/pretty").format(schema) + "\n");
    }
    return format.encoder(topic, file.columns(), schema, registry);
  }

  private long send(
      RowFile file, RowEncoder encoder, int keyColumn, String bootstrap, double perSecond)
      throws DataException, PublishException {
    try (Publisher publisher = new Publisher(bootstrap, topic, perSecond)) {
      for (Object[] row = file.next(); row != null; row = file.next()) {
        Object cell = keyColumn < 0 ? null : row[keyColumn];
        publisher.send(cell == null ? null : cell.toString(), encoder.encode(row));
      }
      publisher.flush();
      return publisher.sent();
    }
  }

  private void report(long sent, double seconds, boolean created, Output output) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topic", topic);
    fields.put("topic_created", created);
    fields.put("records", sent);
    fields.put("seconds", Math.round(seconds * 1000) / 1000.0);
    fields.put("records_per_second", Math.round(sent / seconds));
    output.result(
        fields,
        "sent %,d records to topic %s in %.1f s: %,.0f a second"
            .formatted(sent, topic, seconds, sent / seconds));
  }
}
