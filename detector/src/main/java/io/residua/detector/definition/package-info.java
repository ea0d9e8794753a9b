/**
 * The detector definition: one strict YAML file, its parsed form and its checks. Every error is
 * reported at once, with its path and what was expected there. Leans on Jackson's YAML parser.
 */
package io.residua.detector.definition;
