package io.residua.detector.bundle;

import java.util.List;

/**
 * What a bundle consists of, and how large it may be. Larger is refused before it is read.
 *
 * <p>A bundle is a zip of uncompressed entries in the order of {@link #entries}, without gaps,
 * comments or extra fields, all dated 1980-01-01. So there is exactly one way to write the same
 * entries, and every byte of a bundle is checked by writing what was read and comparing.
 */
public final class BundleFormat {
  /** The format that this program writes, and the only one it reads. */
  public static final int VERSION = 1;

  /** Most bytes of a bundle: 64 MiB. */
  public static final int MOST_BYTES = 64 << 20;

  /** Most numbers in all tensors together: 8 Mi, 32 MiB. */
  static final int MOST_WEIGHTS = 8 << 20;

  /** Most golden records. */
  static final int MOST_GOLDEN = 100;

  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "manifest.sig";
  static final String DEFINITION = "definition.yaml";
  static final String FEATURES = "features.json";
  static final String POPULATIONS = "populations.json";
  static final String SNAPSHOT = "snapshot.bin";
  static final String NETWORK = "network.json";
  static final String WEIGHTS = "weights.safetensors";
  static final String CALIBRATION = "calibration.json";
  static final String GOLDEN = "golden.jsonl";
  static final String REPORT = "report.html";

  /** Entries of a model without keyed features, in their order. */
  private static final List<String> ENTRIES =
      List.of(DEFINITION, FEATURES, NETWORK, WEIGHTS, CALIBRATION, GOLDEN, REPORT);

  private static final List<String> KEYED_ENTRIES =
      List.of(
          DEFINITION,
          FEATURES,
          POPULATIONS,
          SNAPSHOT,
          NETWORK,
          WEIGHTS,
          CALIBRATION,
          GOLDEN,
          REPORT);

  private BundleFormat() {}

  /** Entries whose checksums the manifest holds, in their order. */
  static List<String> entries(boolean keyed) {
    return keyed ? KEYED_ENTRIES : ENTRIES;
  }
}
