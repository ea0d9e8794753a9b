package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.fixture.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles made on purpose: their checksums are right, their content is not. */
class HostileBundleTest {
  private static final byte[] BUNDLE = Fixtures.bundleBytes(1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "manifest.json | `\"format_version\" : 1` | `\"format_version\" : 2` |"
            + " manifest.json: this program reads bundle format 1, the bundle has format 2",
        "manifest.json | `\"seed\" : 1` | `\"seed\" : 1.5` |"
            + " manifest.json: provenance.seed must be a whole number from -9223372036854775808 to"
            + " 9223372036854775807, is 1.5",
        "manifest.json | `\"seed\" : 1` | `\"sead\" : 1` |"
            + " manifest.json: provenance.seed is missing",
        "manifest.json | `\"version\" : 1` | `\"version\" : 0` |"
            + " manifest.json: version must be a whole number from 1 to 2147483647, is 0",
        "manifest.json | `2026-01-01T00:00:00Z` | `yesterday` |"
            + " manifest.json: provenance.created_at must be a time, is yesterday",
        "manifest.json | `\"detector\" : \"small\"` | `\"detector\" : \"large\"` |"
            + " definition.yaml: the manifest is of detector large, the definition of small",
        "manifest.json | `\"residua\" : \"0.1.0\"` | `\"residua\" : 1` |"
            + " manifest.json: provenance.libraries.residua must be text, is 1",
        "definition.yaml | `budget: 1 in 100` | `budget: sometimes` |",
        "definition.yaml | `field: amount` | `field: total` |"
            + " features.json.fields[0]: the definition does not read field amount as NUMBER",
        "features.json | `amount` | `total` |",
        "network.json | `\"tanh\"` | `\"cosine\"` |"
            + " network.json: layers[0].activation must be one of identity, tanh, relu, sigmoid,"
            + " is \"cosine\"",
        "network.json | `\"outputs\" : 2` | `\"outputs\" : 3` |"
            + " weights.safetensors: layers.0.weight must have shape [3, 4], has [2, 4]",
        "network.json | `\"inputs\" : 4` | `\"inputs\" : 400000` |"
            + " network.json: layers[0].inputs must be a whole number from 1 to 65536, is 400000",
        "network.json | `\"encoder_layers\" : 1` | `\"encoder_layers\" : 2` |"
            + " network.json: the encoder must have 1 to 1 of the 2 layers, got 2",
        "network.json | `\"kind\" : \"mean-squared\"` | `\"kind\" : \"standardised\"` |"
            + " weights.safetensors: expected score.scale of shape [4], found none",
        "network.json | `\"encoder_layers\"` | `\"extra\" : 1, \"encoder_layers\"` |"
            + " network.json: extra is not known",
        "network.json | `\"encoder_layers\" : 1` |"
            + " `\"encoder_layers\" : 1, \"encoder_layers\" : 1` |",
        "weights.safetensors | `\"F32\"` | `\"F64\"` |"
            + " weights.safetensors: layers.0.weight must have dtype F32, has F64",
        "weights.safetensors | `[2,4]` | `[4,2]` |"
            + " weights.safetensors: layers.0.weight must have shape [2, 4], has [4, 2]",
        "weights.safetensors | `[0,32]` | `[4,36]` |"
            + " weights.safetensors: layers.0.weight must lie at [0, 32], lies at [4, 36]",
        "weights.safetensors | `layers.1.bias` | `layers.9.bias` |"
            + " weights.safetensors: expected layers.1.bias of shape [4], found none",
        "calibration.json | `\"records_per_day\" : 1440.0` | `\"records_per_day\" : -1` |"
            + " calibration.json: records per day must be above 0 or unknown, got -1.0",
        "calibration.json | `\"scale\" : ` | `\"scale\" : -` |",
        "calibration.json | `\"share\" : 0.0` | `\"share\" : 0.9` |",
        "calibration.json | `\"values\" : [ ` | `\"values\" : [ 1e999, ` |"
            + " calibration.json: normal_scores.values[0] must be a finite number, is \"Infinity\"",
        "golden.jsonl | `\"score\":0.` | `\"score\":1.` |",
        "golden.jsonl | `\"embedding\":[` | `\"embedding\":[1,` |"
            + " golden.jsonl: record 1 is not reproduced: expected the length of embedding 3.0,"
            + " found 2.0",
        "golden.jsonl | `\"amount\":` | `\"amount\":1` |",
        "golden.jsonl | `{\"event\"` | `[{\"event\"` |",
      })
  void contentThatDoesNotHoldTogetherIsRefused(String entry, String text, String by, String message)
      throws BundleException {
    byte[] changed = with(BUNDLE, entry, text, by);

    TamperedBundleTest.assertRefused(changed);
    if (message != null) {
      assertThatThrownBy(() -> BundleReader.read(changed)).hasMessage(message);
    } else {
      assertThatThrownBy(() -> BundleReader.read(changed)).hasMessageStartingWith(entry);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "manifest.json",
    "definition.yaml",
    "features.json",
    "network.json",
    "weights.safetensors",
    "calibration.json",
    "golden.jsonl"
  })
  void anEmptyOrBinaryEntryIsRefused(String entry) throws BundleException {
    Map<String, byte[]> entries = entries();
    entries.put(entry, new byte[0]);
    TamperedBundleTest.assertRefused(rezipped(entry, entries));

    entries = entries();
    entries.put(entry, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2, 3, 4, 5, 6, 7, 8});
    TamperedBundleTest.assertRefused(rezipped(entry, entries));
  }

  @Test
  void jsonDeeperThanAnyBundleIsRefused() throws BundleException {
    Map<String, byte[]> entries = entries();
    entries.put("network.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));

    TamperedBundleTest.assertRefused(zip(entries));
  }

  @Test
  void aWeightThatIsNotFiniteIsRefused() throws BundleException {
    Map<String, byte[]> entries = entries();
    byte[] weights = entries.get("weights.safetensors");
    // The last bias as NaN, little endian.
    weights[weights.length - 2] = (byte) 0xc0;
    weights[weights.length - 1] = 0x7f;

    assertThatThrownBy(() -> BundleReader.read(zip(entries)))
        .isInstanceOf(BundleException.class)
        .hasMessage("weights.safetensors: layers.1.bias[3] must be finite, is NaN");
  }

  @Test
  void anEntryThatIsMissingUnknownOrElsewhereIsRefused() throws BundleException {
    Map<String, byte[]> missing = entries();
    missing.remove("golden.jsonl");
    Map<String, byte[]> outside = entries();
    outside.put("../../etc/passwd", new byte[0]);
    Map<String, byte[]> late = entries();
    late.put("manifest.json", late.remove("manifest.json"));

    assertThatThrownBy(() -> BundleReader.read(StoredZip.write(missing)))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith("expected the entries [manifest.json, definition.yaml,");
    assertThatThrownBy(() -> BundleReader.read(StoredZip.write(outside)))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("../../etc/passwd");
    assertThatThrownBy(() -> BundleReader.read(StoredZip.write(late)))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith("expected the entries [manifest.json, definition.yaml,");
  }

  @Test
  void aZipBombIsRefusedWithoutExpandingIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(new byte[50_000_000]);
    }

    assertThat(bytes.size()).isLessThan(100_000);
    assertThatThrownBy(() -> BundleReader.read(bytes.toByteArray()))
        .isInstanceOf(BundleException.class)
        .hasMessage("expected uncompressed entries, found compression method 8 in manifest.json");
  }

  @Test
  void moreEntriesThanABundleHasAreRefused() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 1000; i++) {
      entries.put("entry-" + i, new byte[0]);
    }

    assertThatThrownBy(() -> BundleReader.read(StoredZip.write(entries)))
        .isInstanceOf(BundleException.class)
        .hasMessage("expected at most 16 entries, found more");
  }

  @Test
  void aChangedEntryWithoutANewChecksumIsRefused() throws BundleException {
    Map<String, byte[]> entries = entries();
    entries.put("report.html", "<script>".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> BundleReader.read(StoredZip.write(entries)))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith("report.html: expected SHA-256 ");
  }

  /** A bundle in which an entry has another text in one place, with checksums that are right. */
  static byte[] with(byte[] bundle, String entry, String text, String by) throws BundleException {
    Map<String, byte[]> entries = StoredZip.read(bundle.clone());
    String before = new String(entries.get(entry), StandardCharsets.ISO_8859_1);
    int at = before.indexOf(text);
    assertThat(at).as("%s in %s", text, entry).isNotNegative();
    String after = before.substring(0, at) + by + before.substring(at + text.length());
    entries.put(entry, after.getBytes(StandardCharsets.ISO_8859_1));
    return rezipped(entry, entries);
  }

  private static byte[] rezipped(String changed, Map<String, byte[]> entries)
      throws BundleException {
    return changed.equals("manifest.json") ? StoredZip.write(entries) : zip(entries);
  }

  private static Map<String, byte[]> entries() throws BundleException {
    return StoredZip.read(BUNDLE.clone());
  }

  /** With a manifest whose checksums are right. */
  private static byte[] zip(Map<String, byte[]> entries) throws BundleException {
    Manifest old = ManifestFormat.read(entries.get("manifest.json"));
    Map<String, String> checksums = new LinkedHashMap<>();
    BundleFormat.entries(false).forEach(name -> checksums.put(name, Sha256.of(entries.get(name))));
    Manifest manifest = new Manifest(old.detector(), old.version(), checksums, old.provenance());
    Map<String, byte[]> all = new LinkedHashMap<>(entries);
    all.put("manifest.json", ManifestFormat.write(manifest));
    return StoredZip.write(all);
  }
}
