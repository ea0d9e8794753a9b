package io.residua.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which data a command reads. */
public final class DataOptions {
  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description = "Take only rows that meet this condition, such as \"label = 0\".")
  private Optional<String> where;

  /** Either of the two. */
  private static final class Source {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "FILE",
        description = "CSV, Parquet or JSON lines, the text formats also compressed as .gz.")
    private Path file;

    @Option(
        names = "--query",
        required = true,
        paramLabel = "SQL",
        description = "A query for DuckDB, such as \"SELECT * FROM 'data/*.parquet'\".")
    private String query;
  }

  public Optional<Path> file() {
    return Optional.ofNullable(source.file);
  }

  public Optional<String> query() {
    return Optional.ofNullable(source.query);
  }

  public Optional<String> where() {
    return where;
  }
}
