package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.cli.option.Output;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.feature.UnusableDataException;
import io.residua.detector.suggest.DefinitionSuggester;
import io.residua.trainer.data.DataException;
import io.residua.trainer.data.DataSelection;
import io.residua.trainer.suggest.DataSuggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Suggesting as a command's work. */
final class DefinitionSuggestion {
  private DefinitionSuggestion() {}

  static void run(
      DataSelection data,
      Optional<String> detector,
      Optional<String> topic,
      Optional<Path> out,
      Output output)
      throws CommandFailure, DataException, UnusableDataException, IOException {
    String name = detector.orElseGet(() -> nameOf(data));
    if (!DetectorDefinition.isName(name)) {
      throw new CommandFailure(
          "expected a detector's name of lower-case letters, digits and hyphens, found " + name);
    }
    String yaml = DataSuggestion.suggest(data, name, topic.orElse(name));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("detector", name);
    fields.put("definition", yaml);
    if (out.isPresent()) {
      Files.writeString(out.get(), yaml);
      fields.put("out", out.get().toString());
      output.result(fields, "wrote " + out.get() + "; read it, change it, then train by it");
    } else {
      output.result(fields, yaml.stripTrailing());
    }
  }

  /** The file's name up to its first dot. */
  static String nameOf(DataSelection data) {
    String file = data.file().map(path -> path.getFileName().toString()).orElse("");
    int dot = file.indexOf('.', 1);
    return DefinitionSuggester.nameFrom(dot < 0 ? file : file.substring(0, dot));
  }
}
