package io.residua.detector.registry;

import io.residua.detector.definition.DetectorDefinition;

/**
 * Names one published model; reads {@code DETECTOR:VERSION}.
 *
 * @param detector the detector's name: lower-case letters, digits and hyphens, 1 to 100 characters
 * @param version from 1
 */
public record ModelReference(String detector, int version) {
  private static final int SHOWN = 100;

  public ModelReference {
    requireName(detector);
    if (version < 1) {
      throw new IllegalArgumentException("a version is 1 or more, got " + version);
    }
  }

  /**
   * Checks a detector's name, which becomes part of paths and topics.
   *
   * @throws IllegalArgumentException when it is not one
   */
  static String requireName(String detector) {
    if (!DetectorDefinition.isName(detector)) {
      throw new IllegalArgumentException(
          "expected "
              + DetectorDefinition.NAME_RULE
              + ", got "
              + detector.substring(0, Math.min(SHOWN, detector.length())));
    }
    return detector;
  }

  @Override
  public String toString() {
    return detector + ":" + version;
  }
}
