package io.residua.cli.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a demo shows.
 *
 * @param data folder with one {@code *_train} and one {@code *_test} file and perhaps an {@code
 *     *_incidents} file; card transactions are simulated without one
 * @param detector the definition; suggested from the training data without one
 * @param decorated whether progress may move on the screen
 * @param seed of simulation and training
 * @param keep where data, model and topics stay; everything is deleted without one
 */
public record DemoOptions(
    Optional<Path> data,
    Optional<Path> detector,
    boolean decorated,
    long seed,
    Optional<Path> keep) {}
