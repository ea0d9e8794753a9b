package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFileTest {
  private static final String YAML =
      """
      detector: a
      input: { topic: t, schema: a.avsc }
      features: [ { field: x, transform: none } ]
      """;

  @TempDir Path folder;
  private Path schema;

  @BeforeEach
  void name() {
    schema = folder.resolve("a.avsc");
  }

  @Test
  void saysThatTheFileIsNotThere() {
    assertProblem("the schema file \"a.avsc\" cannot be read: no such file: " + schema);
  }

  @Test
  void saysThatTheFileIsTooLarge() throws Exception {
    Files.write(schema, new byte[TextFile.LARGEST + 1]);

    assertProblem(
        "the schema file \"a.avsc\" cannot be read: expected at most 1048576 bytes, found more: "
            + schema);
  }

  @Test
  void saysThatTheFileIsNoSchema() throws Exception {
    Files.writeString(schema, "[1]");

    assertProblem("not an Avro schema: Schema not yet supported: 1");
  }

  @Test
  void saysThatTheNameIsNoPath() {
    assertThatThrownBy(() -> DefinitionParser.parse(YAML.replace("a.avsc", "\"a\\0b\""), folder))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("line 2, input.schema: the schema file \"a b\" cannot be read: ");
  }

  private void assertProblem(String message) {
    assertThatThrownBy(() -> DefinitionParser.parse(YAML, folder))
        .isInstanceOf(DefinitionException.class)
        .hasMessage("line 2, input.schema: " + message);
  }
}
