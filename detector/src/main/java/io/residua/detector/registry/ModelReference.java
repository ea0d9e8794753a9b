package io.residua.detector.registry;

/**
 * Names one published model; reads {@code DETECTOR:VERSION}.
 *
 * @param detector the detector's name
 * @param version from 1
 */
public record ModelReference(String detector, int version) {
  @Override
  public String toString() {
    return detector + ":" + version;
  }
}
