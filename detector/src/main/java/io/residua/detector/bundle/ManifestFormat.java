package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** {@code manifest.json}; names are in alphabetical order where their order means nothing. */
final class ManifestFormat {
  private ManifestFormat() {}

  static byte[] write(Manifest manifest) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format_version", BundleFormat.VERSION);
    root.put("detector", manifest.detector());
    root.put("version", manifest.version());
    ObjectNode entries = root.putObject("entries");
    manifest.checksums().forEach(entries::put);
    write(manifest.provenance(), root.putObject("provenance"));
    return JsonText.pretty(root);
  }

  private static void write(Provenance provenance, ObjectNode into) {
    into.put("created_at", provenance.createdAt().toString())
        .put("seed", provenance.seed())
        .put("data_fingerprint", provenance.dataFingerprint())
        .put("training_rows", provenance.trainingRows())
        .put("calibration_rows", provenance.calibrationRows());
    ObjectNode settings = into.putObject("settings");
    new TreeMap<>(provenance.settings()).forEach(settings::put);
    ObjectNode libraries = into.putObject("libraries");
    new TreeMap<>(provenance.libraries()).forEach(libraries::put);
    ObjectNode metrics = into.putObject("metrics");
    new TreeMap<>(provenance.metrics()).forEach(metrics::put);
  }

  static Manifest read(byte[] json) throws BundleException {
    StrictObject root = StrictObject.parse(BundleFormat.MANIFEST, json);
    requireVersion(root.integer("format_version", 1, Integer.MAX_VALUE));
    String detector = root.text("detector");
    int version = (int) root.integer("version", 1, Integer.MAX_VALUE);
    Map<String, String> checksums = root.texts("entries");
    Provenance provenance = provenance(root.object("provenance"));
    root.done();
    return new Manifest(detector, version, checksums, provenance);
  }

  private static void requireVersion(long found) throws BundleException {
    if (found != BundleFormat.VERSION) {
      throw new BundleException(
          "%s: this program reads bundle format %d, the bundle has format %d"
              .formatted(BundleFormat.MANIFEST, BundleFormat.VERSION, found));
    }
  }

  private static Provenance provenance(StrictObject from) throws BundleException {
    Provenance provenance =
        new Provenance(
            instant(from.text("created_at")),
            from.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE),
            from.text("data_fingerprint"),
            from.integer("training_rows", 0, Long.MAX_VALUE),
            from.integer("calibration_rows", 0, Long.MAX_VALUE),
            from.texts("settings"),
            from.texts("libraries"),
            from.numbersByName("metrics"));
    from.done();
    return provenance;
  }

  private static Instant instant(String text) throws BundleException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BundleException(
          BundleFormat.MANIFEST + ": provenance.created_at must be a time, is " + text, e);
    }
  }
}
