package io.residua.detector.bundle;

import io.residua.detector.definition.DefinitionWriter;
import io.residua.detector.feature.FeaturePipelineFormat;
import io.residua.detector.history.HistorySnapshotFormat;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a model as a bundle. The same model gives the same bytes, on every system; a model trained
 * again with the same seed differs in {@code created_at} alone.
 */
public final class BundleWriter {
  private BundleWriter() {}

  /**
   * Writes a bundle without a signature.
   *
   * @throws IllegalArgumentException when it would be larger than {@link BundleFormat#MOST_BYTES}
   */
  public static byte[] write(ModelBundle model) {
    Map<String, byte[]> content = content(model);
    return zip(manifest(model, content), new LinkedHashMap<>(), content);
  }

  /**
   * Writes a bundle with a signature.
   *
   * @param key an Ed25519 key
   * @throws IllegalArgumentException when it would be larger than {@link BundleFormat#MOST_BYTES},
   *     or the key is of another kind
   */
  public static byte[] write(ModelBundle model, PrivateKey key) {
    Map<String, byte[]> content = content(model);
    byte[] manifest = manifest(model, content);
    Map<String, byte[]> signature = new LinkedHashMap<>();
    signature.put(BundleFormat.SIGNATURE, ManifestSignature.sign(manifest, key));
    return zip(manifest, signature, content);
  }

  private static byte[] zip(
      byte[] manifest, Map<String, byte[]> signature, Map<String, byte[]> content) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(BundleFormat.MANIFEST, manifest);
    entries.putAll(signature);
    entries.putAll(content);
    byte[] zip = StoredZip.write(entries);
    if (zip.length > BundleFormat.MOST_BYTES) {
      throw new IllegalArgumentException(
          "a bundle has at most %d bytes, this one would have %d"
              .formatted(BundleFormat.MOST_BYTES, zip.length));
    }
    return zip;
  }

  private static Map<String, byte[]> content(ModelBundle model) {
    Map<String, byte[]> content = new LinkedHashMap<>();
    content.put(BundleFormat.DEFINITION, utf8(DefinitionWriter.write(model.definition())));
    content.put(BundleFormat.FEATURES, utf8(FeaturePipelineFormat.write(model.features())));
    if (!model.definition().keyed().isEmpty()) {
      content.put(BundleFormat.POPULATIONS, PopulationsFormat.write(model.history().populations()));
      content.put(BundleFormat.SNAPSHOT, HistorySnapshotFormat.write(model.history().snapshot()));
    }
    NetworksEntry.write(model.parts(), content);
    content.put(BundleFormat.CALIBRATION, CalibrationFormat.write(model.parts()));
    content.put(BundleFormat.GOLDEN, GoldenFormat.write(model.golden(), model.features().layout()));
    content.put(BundleFormat.REPORT, utf8(model.report()));
    return content;
  }

  private static byte[] manifest(ModelBundle model, Map<String, byte[]> content) {
    Map<String, String> checksums = new LinkedHashMap<>();
    content.forEach((name, bytes) -> checksums.put(name, Sha256.of(bytes)));
    return ManifestFormat.write(
        new Manifest(model.definition().name(), model.version(), checksums, model.provenance()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
