/**
 * The detector, as the record path reads: event, features, network, score, calibration, verdict.
 * Knows no stream engine and no training library, so that one artifact gives the same score
 * everywhere.
 */
package io.residua.detector;
