/**
 * Offline training: from a definition and a table of events to a model bundle, and into a registry.
 * Reads as the model path reads: normal rows, split, features, network, score, calibration, report.
 */
package io.residua.trainer;
