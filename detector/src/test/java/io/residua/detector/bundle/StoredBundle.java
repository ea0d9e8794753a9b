package io.residua.detector.bundle;

import io.residua.detector.fixture.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the bundle that {@link StoredBundleTest} keeps for the current format: {@code FILE}. To be
 * run once for a format, when it is released; a stored bundle of a released format never changes.
 */
public final class StoredBundle {
  private StoredBundle() {}

  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), Fixtures.bundleBytes(BundleFormat.VERSION));
  }
}
