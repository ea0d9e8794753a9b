package io.residua.trainer.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** JSON objects, one a line or in one array. Types are found over the whole file. */
final class JsonSource {
  private static final String WHOLE_FILE =
      "sample_size = -1, maximum_depth = -1, map_inference_threshold = -1,"
          + " field_appearance_threshold = 0";

  private JsonSource() {}

  static Source of(Path file, DuckDb database) throws SQLException, DataException {
    String path = Sql.path(file);
    Map<String, String> types =
        Source.describe("read_json(" + path + ", " + WHOLE_FILE + ")", database);
    if (types.keySet().equals(Set.of("json"))) {
      throw new DataException(file.getFileName() + ": expected JSON objects, found other values");
    }
    return new Source(
        "read_json(" + path + ", columns = " + Source.columns(types) + ")", types, false);
  }
}
