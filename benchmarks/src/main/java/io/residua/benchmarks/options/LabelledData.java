package io.residua.benchmarks.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every benchmark of detection quality is asked: which data, and where its figures go. */
public final class LabelledData {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the labelled data.")
  private Path folder;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description = "Where to write the figures.")
  private Path out;

  public Path folder() {
    return folder;
  }

  /** Where figures go, as CSV. */
  public Path out() {
    return out;
  }
}
