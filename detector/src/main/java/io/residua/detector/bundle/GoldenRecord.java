package io.residua.detector.bundle;

import io.residua.detector.event.Event;

/**
 * One record of the training data with what the model made of it. A loader computes it again and
 * refuses the bundle when it gets anything else.
 *
 * @param event the record's fields
 * @param features the transformed record
 * @param score its score
 * @param embedding its latent vector
 */
public record GoldenRecord(Event event, float[] features, double score, float[] embedding) {}
