package io.residua.detector.bundle;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/**
 * The manifest's Ed25519 signature (RFC 8032), 64 bytes. It covers the whole bundle, because the
 * manifest holds the checksum of every other entry.
 */
final class ManifestSignature {
  static final int BYTES = 64;

  private static final String ALGORITHM = "Ed25519";

  private ManifestSignature() {}

  static byte[] sign(byte[] manifest, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(manifest);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "a bundle is signed with an Ed25519 key, got " + key.getAlgorithm(), e);
    }
  }

  static void verify(byte[] manifest, byte[] signed, PublicKey trusted) throws BundleException {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(trusted);
      signature.update(manifest);
      if (signature.verify(signed)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new BundleException(
          BundleFormat.SIGNATURE + ": cannot be verified: " + e.getMessage(), e);
    }
    throw new BundleException(
        BundleFormat.SIGNATURE + ": the manifest was not signed with the trusted key");
  }
}
