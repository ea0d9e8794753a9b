package io.residua.schema.wire;

import io.residua.schema.Alert;
import io.residua.schema.Deployment;
import io.residua.schema.FieldContribution;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.ModelVersion;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import io.residua.schema.SourcePosition;
import io.residua.schema.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * Writes the current schemas, each complete in itself, as a released version. Run it when a release
 * changes a schema: {@code java -cp … io.residua.schema.wire.SchemaRelease schemas/released/2}.
 */
final class SchemaRelease {
  /** Every schema we publish, as it is now. */
  static final List<Schema> CURRENT =
      List.of(
          Alert.getClassSchema(),
          Deployment.getClassSchema(),
          FieldContribution.getClassSchema(),
          LatentEmbedding.getClassSchema(),
          ModelVersion.getClassSchema(),
          Reject.getClassSchema(),
          ScoredRecord.getClassSchema(),
          SourcePosition.getClassSchema(),
          TaskStatus.getClassSchema());

  private SchemaRelease() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectory(Path.of(arguments[0]));
    for (Schema schema : CURRENT) {
      String text = SchemaFormatter.format("json/pretty", PlainSchema.of(schema));
      Files.writeString(folder.resolve(schema.getName() + ".avsc"), text + "\n");
    }
  }
}
