/**
 * The detector definition: one strict YAML file, its parsed form and its checks. Every error is
 * reported at once, with its path and what was expected there. Leans on SnakeYAML for the tree of
 * nodes, on Avro for the input's schema, and on {@code event} for the layout.
 */
package io.residua.detector.definition;
