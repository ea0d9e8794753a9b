package io.residua.detector.definition;

/** How values are encoded on the input topic. */
public enum InputFormat {
  AVRO,
  JSON
}
