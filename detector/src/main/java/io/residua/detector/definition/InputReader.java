package io.residua.detector.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the section {@code input}. */
final class InputReader {
  /** Kafka's rule for topic names; "." and ".." are refused besides. */
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  private final SchemaSource schemas;

  InputReader(SchemaSource schemas) {
    this.schemas = schemas;
  }

  /** Reads the section; gives nothing where the topic is missing or wrong. */
  Optional<InputSpec> read(Section input) {
    InputFormat format =
        input
            .value("format")
            .flatMap(value -> value.choice(InputFormat.class))
            .orElse(Defaults.INPUT_FORMAT);
    Optional<String> schema = input.value("schema").flatMap(value -> schema(value, format));
    Optional<String> key = input.value("key").flatMap(FieldPath::read);
    boolean repartition = repartition(input, key);
    Optional<String> time = input.value("time").flatMap(FieldPath::read);
    Optional<String> topic = input.value("topic").flatMap(InputReader::topic);
    return topic.map(name -> new InputSpec(name, format, schema, key, time, repartition));
  }

  private static boolean repartition(Section input, Optional<String> key) {
    Optional<Value> given = input.value("repartition");
    boolean asked = given.flatMap(Value::truth).orElse(Defaults.REPARTITION);
    if (asked && key.isEmpty()) {
      given
          .get()
          .problem("only an input with a key can be repartitioned, and input.key is missing");
      return false;
    }
    return asked;
  }

  private Optional<String> schema(Value value, InputFormat format) {
    if (format != InputFormat.AVRO) {
      value.problem("a schema is for format avro, found it with format " + Names.of(format));
      return Optional.empty();
    }
    return schemas.read(value);
  }

  private static Optional<String> topic(Value value) {
    Optional<String> name = value.text("a topic's name");
    if (name.isEmpty() || isTopic(name.get())) {
      return name;
    }
    return value.wrong(
        "a topic's name of 1 to 249 letters, digits, dots, underscores and hyphens, not \".\" or"
            + " \"..\"");
  }

  private static boolean isTopic(String name) {
    return TOPIC.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }
}
