package io.residua.detector.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that publishes: {@code DIRECTORY COUNT BYTES}; prints the versions it was given. */
public final class Publisher {
  private Publisher() {}

  public static void main(String[] args) throws IOException {
    DirectoryRegistry registry = new DirectoryRegistry(Path.of(args[0]));
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      byte[] bytes = new byte[Integer.parseInt(args[2])];
      System.out.println(registry.publish("small", version -> bytes).version());
    }
  }

  /** Starts one. */
  static Process start(Path directory, int count, int bytes, String... before) throws IOException {
    List<String> command = new ArrayList<>(List.of(before));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Publisher.class.getName());
    command.addAll(List.of(directory.toString(), "" + count, "" + bytes));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
