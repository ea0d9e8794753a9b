/**
 * Events: a user's record, reduced to the fields that a detector reads. Decoders turn bytes (Avro
 * of any schema, JSON) into a reusable {@link io.residua.detector.event.Event}; what cannot be
 * decoded becomes a {@link io.residua.detector.event.Rejection}, a value like any other. Leans on
 * Avro and Jackson's streaming parser; knows nothing of features.
 */
package io.residua.detector.event;
