package io.residua.detector.definition;

/** How output records are encoded. */
public enum OutputFormat {
  /** Avro: Confluent framing with a schema registry, single-object encoding without. */
  AVRO,
  /** The same records as JSON objects. */
  JSON
}
