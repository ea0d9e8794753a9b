package io.residua.integration.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Dockerfile as instructions, continued lines joined, comments left out.
 *
 * @param instructions in order
 */
record Dockerfile(List<Instruction> instructions) {

  /**
   * One instruction.
   *
   * @param stage name of the stage that it stands in
   * @param name in upper case
   * @param arguments the rest of its line
   */
  record Instruction(String stage, String name, String arguments) {}

  static Dockerfile read(Path file) throws IOException {
    List<Instruction> instructions = new ArrayList<>();
    String stage = "";
    for (String line : Files.readString(file).replace("\\\n", " ").lines().toList()) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String[] parts = text.split("\\s+", 2);
      if (parts[0].equals("FROM")) {
        stage = parts[1].replaceFirst(".* AS ", "");
      }
      instructions.add(new Instruction(stage, parts[0], parts[1].strip()));
    }
    return new Dockerfile(List.copyOf(instructions));
  }

  List<Instruction> named(String name) {
    return instructions.stream().filter(instruction -> instruction.name().equals(name)).toList();
  }

  /** The arguments of a stage's instructions of one name, in order. */
  List<String> in(String stage, String name) {
    return named(name).stream()
        .filter(instruction -> instruction.stage().equals(stage))
        .map(Instruction::arguments)
        .toList();
  }
}
