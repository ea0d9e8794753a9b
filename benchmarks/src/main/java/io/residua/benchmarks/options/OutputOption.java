package io.residua.benchmarks.options;

import io.residua.benchmarks.report.Result;
import io.residua.benchmarks.report.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the figures go, beside the console. */
public final class OutputOption {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = ResultPath.class,
      description = {
        "Where to write the figures: .json with every digit, .md as tables with their plots",
        "beside it. Default: to the console only."
      })
  private Optional<Path> out = Optional.empty();

  /** Writes a result where it is wanted. */
  public void write(Result result) throws IOException {
    if (out.isPresent()) {
      ResultFile.write(out.get(), result);
    }
  }

  /** Refuses at the start what would lose a run's figures at its end. */
  static final class ResultPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      Path file = Path.of(value);
      if (!ResultFile.isKnown(file)) {
        throw new TypeConversionException(
            "expected a file that ends in .json or .md, found '%s'".formatted(value));
      }
      Path folder = file.toAbsolutePath().getParent();
      if (!Files.isDirectory(folder)) {
        throw new TypeConversionException("expected a folder that is there, found " + folder);
      }
      return file;
    }
  }
}
