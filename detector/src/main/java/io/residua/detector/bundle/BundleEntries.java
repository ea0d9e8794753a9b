package io.residua.detector.bundle;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bundle's entries, once size, structure, set of entries, signature and checksums are right. */
final class BundleEntries {
  private final Map<String, byte[]> entries;
  private final Manifest manifest;

  private BundleEntries(Map<String, byte[]> entries, Manifest manifest) {
    this.entries = entries;
    this.manifest = manifest;
  }

  static BundleEntries read(byte[] bundle, Optional<PublicKey> trusted) throws BundleException {
    if (bundle.length > BundleFormat.MOST_BYTES) {
      throw new BundleException(
          "a bundle has at most %d bytes, found %d"
              .formatted(BundleFormat.MOST_BYTES, bundle.length));
    }
    Map<String, byte[]> entries = StoredZip.read(bundle);
    requireNames(entries);
    if (trusted.isPresent()) {
      requireSignature(entries, trusted.get());
    }
    Manifest manifest = ManifestFormat.read(entries.get(BundleFormat.MANIFEST));
    requireChecksums(manifest.checksums(), entries);
    return new BundleEntries(entries, manifest);
  }

  Manifest manifest() {
    return manifest;
  }

  byte[] bytes(String name) {
    return entries.get(name);
  }

  String text(String name) throws BundleException {
    return JsonText.text(name, entries.get(name));
  }

  private static void requireNames(Map<String, byte[]> entries) throws BundleException {
    List<String> expected = new ArrayList<>();
    expected.add(BundleFormat.MANIFEST);
    if (entries.containsKey(BundleFormat.SIGNATURE)) {
      expected.add(BundleFormat.SIGNATURE);
    }
    expected.addAll(BundleFormat.entries(isKeyed(entries)));
    List<String> found = List.copyOf(entries.keySet());
    if (!found.equals(expected)) {
      throw new BundleException("expected the entries %s, found %s".formatted(expected, found));
    }
  }

  /** Whether these are the entries of a model with keyed features. */
  boolean isKeyed() {
    return isKeyed(entries);
  }

  private static boolean isKeyed(Map<String, byte[]> entries) {
    return entries.containsKey(BundleFormat.POPULATIONS);
  }

  private static void requireSignature(Map<String, byte[]> entries, PublicKey trusted)
      throws BundleException {
    byte[] signature = entries.get(BundleFormat.SIGNATURE);
    if (signature == null) {
      throw new BundleException(
          BundleFormat.SIGNATURE + ": expected a signature by the trusted key, found none");
    }
    ManifestSignature.verify(entries.get(BundleFormat.MANIFEST), signature, trusted);
  }

  private static void requireChecksums(Map<String, String> checksums, Map<String, byte[]> entries)
      throws BundleException {
    List<String> names = BundleFormat.entries(isKeyed(entries));
    if (!List.copyOf(checksums.keySet()).equals(names)) {
      throw new BundleException(
          "%s: expected checksums of %s, found those of %s"
              .formatted(BundleFormat.MANIFEST, names, checksums.keySet()));
    }
    for (String name : names) {
      String found = Sha256.of(entries.get(name));
      if (!found.equals(checksums.get(name))) {
        throw new BundleException(
            "%s: expected SHA-256 %s, found %s".formatted(name, checksums.get(name), found));
      }
    }
  }
}
