package io.residua.integration.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended, and what it printed.
 *
 * @param out standard output
 * @param err standard error
 */
record Finished(int exitCode, String out, String err) {
  private static final long MINUTES = 4;

  /**
   * Runs a command in a folder and waits for its end.
   *
   * @param environment added to this process's own; an empty value takes a variable away
   */
  static Finished run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException(
          "still running after %d minutes: %s%n%s".formatted(MINUTES, command, read(err)));
    }
    return new Finished(process.exitValue(), read(out), read(err));
  }

  static Finished run(Path folder, String... command) throws IOException, InterruptedException {
    return run(folder, Map.of(), List.of(command));
  }

  private static String read(Path file) throws IOException {
    String text = Files.readString(file);
    Files.delete(file);
    return text;
  }
}
