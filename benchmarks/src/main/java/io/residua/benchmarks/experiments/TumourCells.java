package io.residua.benchmarks.experiments;

import io.residua.trainer.matrix.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads Breast Cancer Wisconsin (Diagnostic): numbers, and the class, 0 or 1, in the last column.
 */
final class TumourCells {
  private TumourCells() {}

  static FeatureMatrix read(Path data) throws IOException {
    Path file = data.resolve("tabular").resolve("wdbc_full.csv.gz");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement query = database.prepareStatement("SELECT * FROM read_csv(?)")) {
      query.setString(1, file.toString());
      try (ResultSet rows = query.executeQuery()) {
        return matrix(rows);
      }
    } catch (SQLException e) {
      throw new IOException(file + ": expected a table of numbers: " + e.getMessage(), e);
    }
  }

  private static FeatureMatrix matrix(ResultSet rows) throws SQLException {
    int width = rows.getMetaData().getColumnCount() - 1;
    List<float[]> values = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    while (rows.next()) {
      float[] row = new float[width];
      for (int i = 0; i < width; i++) {
        row[i] = rows.getFloat(i + 1);
      }
      values.add(row);
      classes.add(rows.getInt(width + 1));
    }
    float[] all = new float[values.size() * width];
    for (int row = 0; row < values.size(); row++) {
      System.arraycopy(values.get(row), 0, all, row * width, width);
    }
    boolean[] observed = new boolean[all.length];
    Arrays.fill(observed, true);
    return new FeatureMatrix(width, all, observed)
        .withClasses(classes.stream().mapToInt(Integer::intValue).toArray());
  }
}
