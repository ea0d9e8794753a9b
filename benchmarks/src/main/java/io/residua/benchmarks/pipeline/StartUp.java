package io.residua.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.residua.detector.Detector;
import io.residua.detector.bundle.BundleWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the command {@code residua run} takes from the start of its process to its first poll.
 */
final class StartUp {
  private static final String HEAP = "-Xmx512m";

  private StartUp() {}

  /**
   * @return seconds, as the command itself tells them
   */
  static double measure(String bootstrap, Detector detector) throws IOException {
    Path bundle = Files.createTempFile("thirty", ".residua");
    try {
      Files.write(bundle, BundleWriter.write(detector.model()));
      return run(bootstrap, bundle);
    } finally {
      Files.delete(bundle);
    }
  }

  private static double run(String bootstrap, Path bundle) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                "io.residua.cli.Residua",
                "run",
                "--bootstrap",
                bootstrap,
                "--model",
                bundle.toString(),
                "--http-port",
                "0",
                "--json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-residua-run"));
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("residua run ended before it was ready");
      }
      return new ObjectMapper().readTree(line).path("ready_seconds").asDouble();
    } finally {
      process.destroy();
      process.onExit().join();
    }
  }
}
