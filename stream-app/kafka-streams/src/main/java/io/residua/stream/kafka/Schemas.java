package io.residua.stream.kafka;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.InputFormat;
import io.residua.detector.definition.OutputFormat;
import io.residua.schema.wire.HttpSchemaRegistry;
import io.residua.schema.wire.SchemaRegistry;
import io.residua.schema.wire.SchemaRegistryException;
import io.residua.stream.JobException;
import io.residua.stream.OutputTopic;
import java.util.Optional;

/** The schema registry of a job, with the job's own schemas registered before the first record. */
final class Schemas {
  private Schemas() {}

  static Optional<SchemaRegistry> prepare(DetectorDefinition definition, JobSettings settings)
      throws JobException {
    boolean readable =
        settings.schemaRegistry().isPresent() || definition.input().schema().isPresent();
    if (definition.input().format() == InputFormat.AVRO && !readable) {
      throw new JobException(
          "topic %s is Avro, which needs a schema: expected input.schema in the definition or"
                  .formatted(definition.input().topic())
              + " schema-registry in the job's settings");
    }
    if (settings.schemaRegistry().isEmpty()) {
      return Optional.empty();
    }
    try {
      SchemaRegistry registry = new HttpSchemaRegistry(settings.schemaRegistry().get());
      if (definition.outputs().format() == OutputFormat.AVRO) {
        register(definition, registry);
      }
      return Optional.of(registry);
    } catch (SchemaRegistryException e) {
      throw new JobException(e.getMessage(), e);
    }
  }

  private static void register(DetectorDefinition definition, SchemaRegistry registry) {
    for (OutputTopic topic : OutputTopic.writtenBy(definition)) {
      registry.register(SchemaRegistry.valueSubject(topic.of(definition.name())), topic.schema());
    }
  }
}
