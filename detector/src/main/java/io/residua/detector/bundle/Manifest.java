package io.residua.detector.bundle;

import java.util.Map;

/**
 * What {@code manifest.json} says.
 *
 * @param detector the detector's name
 * @param version the detector's version
 * @param checksums SHA-256 of each entry but the manifest and its signature
 * @param provenance where the model comes from
 */
record Manifest(
    String detector, int version, Map<String, String> checksums, Provenance provenance) {}
