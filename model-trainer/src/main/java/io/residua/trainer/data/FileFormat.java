package io.residua.trainer.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Formats of data files, known by the end of the file's name. */
public enum FileFormat {
  CSV,
  PARQUET,
  JSON;

  /** The ends that are known, for messages and help. */
  public static final String ENDS =
      ".csv, .tsv, .parquet, .json, .jsonl or .ndjson (text also with .gz or .zst)";

  /** The format of a file, where its name says one. */
  public static Optional<FileFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) {
      return Optional.of(PARQUET);
    }
    String text = name.replaceFirst("\\.(gz|zst)$", "");
    if (text.endsWith(".csv") || text.endsWith(".tsv")) {
      return Optional.of(CSV);
    }
    boolean json = text.endsWith(".json") || text.endsWith(".jsonl") || text.endsWith(".ndjson");
    return json ? Optional.of(JSON) : Optional.empty();
  }
}
