/**
 * The model bundle: one zip that holds a complete model, and the hostile-input code that loads it.
 * Leans on every step's own types and on Jackson; no Java serialisation anywhere.
 */
package io.residua.detector.bundle;
