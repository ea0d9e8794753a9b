package io.residua.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
  static List<Schema> currentSchemas() {
    return SchemaRelease.CURRENT;
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void everyCurrentSchemaHasAReleasedVersion(Schema current) {
    assertThat(ReleasedSchemas.of(current.getName()))
        .isNotEmpty()
        .allSatisfy(
            released -> assertThat(released.getFullName()).isEqualTo(current.getFullName()));
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void theCurrentSchemaReadsWhatEachReleasedOneWrote(Schema current) {
    for (Schema released : ReleasedSchemas.of(current.getName())) {
      assertReads(current, released);
    }
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void eachReleasedSchemaReadsWhatTheCurrentOneWrites(Schema current) {
    for (Schema released : ReleasedSchemas.of(current.getName())) {
      assertReads(released, current);
    }
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void everyTypeAndFieldIsDocumented(Schema current) {
    assertDocumented(current, current.getName());
  }

  @Test
  void theListOfCurrentSchemasIsComplete() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/avro"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              SchemaRelease.CURRENT.stream().map(schema -> schema.getName() + ".avsc").toList());
    }
  }

  @Test
  void aNameThatWasNeverReleasedHasNoVersions() {
    assertThat(ReleasedSchemas.of("Nothing")).isEmpty();
  }

  private static void assertReads(Schema reader, Schema writer) {
    SchemaCompatibility.SchemaPairCompatibility pair =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    assertThat(pair.getType())
        .as(pair.getDescription())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  private static void assertDocumented(Schema schema, String place) {
    switch (schema.getType()) {
      case RECORD -> {
        assertThat(schema.getDoc()).as(place).isNotBlank();
        for (Schema.Field field : schema.getFields()) {
          String name = place + "." + field.name();
          assertThat(field.doc()).as(name).isNotBlank();
          assertDocumented(field.schema(), name);
        }
      }
      case ENUM -> assertThat(schema.getDoc()).as(place).isNotBlank();
      case UNION -> schema.getTypes().forEach(type -> assertDocumented(type, place));
      case ARRAY -> assertDocumented(schema.getElementType(), place);
      default -> assertThat(schema.getType()).isNotEqualTo(Schema.Type.MAP);
    }
  }
}
