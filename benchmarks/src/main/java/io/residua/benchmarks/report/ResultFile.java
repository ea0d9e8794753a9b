package io.residua.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A result in a file: JSON with every digit, or Markdown with its plots beside it. */
public final class ResultFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ResultFile() {}

  /** Whether {@link #write} knows what a file of such a name is to hold. */
  public static boolean isKnown(Path file) {
    return isJson(file) || file.toString().endsWith(".md");
  }

  /**
   * Writes a result and the machine it was measured on.
   *
   * @param file ends in .json or in .md
   */
  public static void write(Path file, Result result) throws IOException {
    if (isJson(file)) {
      JSON.writeValue(file.toFile(), result);
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    List<String> lines = new ArrayList<>(List.of("# " + result.title(), ""));
    lines.addAll(List.of(Machine.here().sentence(), ""));
    lines.addAll(result.markdown("."));
    Files.write(file, lines);
    writePlots(folder, result);
  }

  /**
   * Reads a result in JSON.
   *
   * @throws IOException when the file is not one, with its name
   */
  static Result read(Path file) throws IOException {
    try {
      return JSON.readValue(file.toFile(), Result.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s: expected the result of a benchmark, found %s"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }

  static void writePlots(Path folder, Result result) throws IOException {
    for (Plot plot : result.plots()) {
      Files.writeString(folder.resolve(plot.name() + ".svg"), LinePlot.svg(plot));
    }
  }

  private static boolean isJson(Path file) {
    return file.toString().endsWith(".json");
  }
}
