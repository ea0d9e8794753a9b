/**
 * Features: fields of an event as the network's input, and back. Fitting is offline and brief; what
 * it yields is immutable. Leans on {@code event} and {@code definition}.
 */
package io.residua.detector.feature;
