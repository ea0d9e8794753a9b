package io.residua.detector.bundle;

import io.residua.detector.calibration.Calibration;
import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.EventLayout;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.FeaturePipelineFormat;
import io.residua.detector.history.FittedHistory;
import io.residua.detector.history.HistorySnapshotFormat;
import java.security.PublicKey;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a bundle, which is hostile until proven otherwise.
 *
 * <p>In this order it checks the size, every byte of the zip's own structure, the set of entries,
 * the signature where a key is trusted, the manifest with its format version, every checksum, then
 * each entry's content, that the parts fit each other, and that the golden records are reproduced.
 * The first fault ends the reading; nothing is written, run or expanded.
 *
 * <p>The CRC-32 in the zip covers the manifest itself: whatever damages a bundle is found. Whoever
 * changes one on purpose can also write new checksums; against that stands the signature alone.
 */
public final class BundleReader {
  private final BundleEntries entries;

  private BundleReader(BundleEntries entries) {
    this.entries = entries;
  }

  /**
   * Reads a bundle; a signature is not verified.
   *
   * @throws BundleException when anything is wrong with it: one sentence
   */
  public static ModelBundle read(byte[] bundle) throws BundleException {
    return new BundleReader(BundleEntries.read(bundle, Optional.empty())).model();
  }

  /**
   * Reads a bundle that must be signed.
   *
   * @param trusted the Ed25519 key whose signature is expected
   * @throws BundleException when anything is wrong with it, or it is not signed with the key
   */
  public static ModelBundle read(byte[] bundle, PublicKey trusted) throws BundleException {
    return new BundleReader(BundleEntries.read(bundle, Optional.of(trusted))).model();
  }

  private ModelBundle model() throws BundleException {
    DetectorDefinition definition = within(BundleFormat.DEFINITION, this::definition);
    EventLayout layout = EventLayouts.of(definition);
    FeaturePipeline features = within(BundleFormat.FEATURES, () -> features(layout));
    FittedHistory history = history(definition);
    NetworksEntry networks = within(BundleFormat.NETWORK, this::networks);
    List<Calibration> calibrations =
        within(BundleFormat.CALIBRATION, () -> calibrations(definition, networks.own().size()));
    List<GoldenRecord> golden =
        within(
            BundleFormat.GOLDEN,
            () -> GoldenFormat.read(entries.bytes(BundleFormat.GOLDEN), layout));
    String report = entries.text(BundleFormat.REPORT);
    return within(
        "bundle",
        () ->
            checked(
                definition,
                features,
                history,
                parts(definition, networks, calibrations),
                golden,
                report));
  }

  private ModelBundle checked(
      DetectorDefinition definition,
      FeaturePipeline features,
      FittedHistory history,
      ModelParts parts,
      List<GoldenRecord> golden,
      String report)
      throws BundleException {
    Manifest manifest = entries.manifest();
    ModelBundle model =
        new ModelBundle(
            manifest.version(),
            definition,
            features,
            history,
            parts,
            manifest.provenance(),
            golden,
            report);
    GoldenCheck.check(model);
    return model;
  }

  private DetectorDefinition definition() throws BundleException {
    try {
      DetectorDefinition definition =
          DefinitionParser.parse(entries.text(BundleFormat.DEFINITION), null);
      if (!definition.name().equals(entries.manifest().detector())) {
        throw new BundleException(
            "%s: the manifest is of detector %s, the definition of %s"
                .formatted(
                    BundleFormat.DEFINITION, entries.manifest().detector(), definition.name()));
      }
      return definition;
    } catch (DefinitionException e) {
      throw new BundleException(
          BundleFormat.DEFINITION + ": " + e.getMessage().replace("\n", "; "), e);
    }
  }

  private FeaturePipeline features(EventLayout layout) throws BundleException {
    return FeaturePipelineFormat.read(entries.text(BundleFormat.FEATURES), layout);
  }

  private FittedHistory history(DetectorDefinition definition) throws BundleException {
    if (definition.keyed().isEmpty() == entries.isKeyed()) {
      throw new BundleException(
          "%s: expected if and only if the definition has keyed features"
              .formatted(BundleFormat.POPULATIONS));
    }
    if (!entries.isKeyed()) {
      return FittedHistory.NONE;
    }
    return new FittedHistory(
        within(
            BundleFormat.POPULATIONS,
            () -> PopulationsFormat.read(entries.bytes(BundleFormat.POPULATIONS))),
        within(
            BundleFormat.SNAPSHOT,
            () -> HistorySnapshotFormat.read(entries.bytes(BundleFormat.SNAPSHOT))));
  }

  private NetworksEntry networks() throws BundleException {
    return NetworksEntry.read(
        entries.bytes(BundleFormat.NETWORK), entries.bytes(BundleFormat.WEIGHTS));
  }

  private List<Calibration> calibrations(DetectorDefinition definition, int parts)
      throws BundleException {
    List<Calibration> calibrations =
        CalibrationFormat.read(entries.bytes(BundleFormat.CALIBRATION), parts);
    definition.calibration().significance(calibrations.get(0).recordsPerDay());
    return calibrations;
  }

  private static ModelParts parts(
      DetectorDefinition definition, NetworksEntry networks, List<Calibration> calibrations) {
    Iterator<Calibration> next = calibrations.iterator();
    ModelPart global = part(networks.global(), next.next());
    SortedMap<String, ModelPart> own = new TreeMap<>();
    networks.own().forEach((value, network) -> own.put(value, part(network, next.next())));
    return new ModelParts(definition.model().per(), global, own);
  }

  private static ModelPart part(NetworkEntry network, Calibration calibration) {
    return new ModelPart(network.network(), network.score(), calibration, network.prior());
  }

  /**
   * Types check their own values, and throw when content does not hold together: whatever they
   * throw on a bundle's content is a fault of the bundle.
   */
  private static <T> T within(String entry, Part<T> part) throws BundleException {
    try {
      return part.read();
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      throw new BundleException(message.startsWith(entry) ? message : entry + ": " + message, e);
    }
  }

  private interface Part<T> {
    T read() throws BundleException;
  }
}
