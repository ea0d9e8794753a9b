package io.residua.detector.registry;

import io.residua.detector.bundle.BundleException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where published models are kept. Versions of a detector are 1, 2, 3 and so on, and are never
 * reused. Implementations are safe for several threads and several processes.
 */
public interface ModelRegistry {
  /**
   * Publishes a bundle as the detector's next version, all or nothing.
   *
   * @param draft makes the bundle's bytes once its version is known
   * @throws IOException when nothing was published
   */
  ModelReference publish(String detector, BundleDraft draft) throws IOException;

  /** Every detector with at least one version, in alphabetical order. */
  List<String> detectors() throws IOException;

  /** A detector's versions, oldest first; empty when it has none. */
  List<ModelReference> versions(String detector) throws IOException;

  /** A version, or the newest where none is given. */
  Optional<ModelReference> find(String detector, Optional<Integer> version) throws IOException;

  /**
   * A bundle's bytes, unverified.
   *
   * @throws IOException when it cannot be read
   */
  byte[] fetch(ModelReference model) throws IOException;

  /** Makes a bundle's bytes for a version. */
  @FunctionalInterface
  interface BundleDraft {
    byte[] forVersion(int version) throws IOException, BundleException;
  }
}
