package io.residua.cli.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes rows as CSV or JSON lines, whichever the file's name says. The rows go to a file beside
 * it, which takes its name at {@link #finish}: nobody ever sees half a table. Not thread-safe.
 */
public final class TableWriter implements Closeable {
  private final Path file;
  private final Path unfinished;
  private final Writer writer;
  private final RowWriter rows;

  /**
   * @throws IllegalArgumentException when the name's ending is not known
   */
  public TableWriter(Path file, List<String> columns) throws IOException {
    TableFormat format = TableFormat.of(file);
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    this.file = file;
    this.unfinished = file.resolveSibling("." + file.getFileName() + ".part");
    this.writer = open(unfinished, format.gzip());
    this.rows = format.json() ? RowWriter.json(writer, columns) : RowWriter.csv(writer);
    if (!format.json()) {
      rows.write(columns);
    }
  }

  public void write(List<Object> row) throws IOException {
    rows.write(row);
  }

  /** Gives the table its name. */
  public void finish() throws IOException {
    writer.close();
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Drops what was written, unless it was finished. */
  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(unfinished);
  }

  private static Writer open(Path file, boolean gzip) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    OutputStream chosen = gzip ? new GZIPOutputStream(bytes) : bytes;
    return new BufferedWriter(new OutputStreamWriter(chosen, StandardCharsets.UTF_8));
  }
}
