package io.residua.trainer;

import io.residua.detector.Detector;
import io.residua.detector.bundle.GoldenRecord;
import io.residua.detector.bundle.GoldenRecords;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.Provenance;
import io.residua.detector.definition.DefinitionWriter;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.history.FittedHistory;
import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.evaluate.Evaluator;
import io.residua.trainer.latent.LatentSpace;
import io.residua.trainer.train.TrainingHistory;
import io.residua.trainer.trial.TrialTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model that has been trained and has no version yet. Immutable, and safe for several threads.
 */
public final class TrainedModel {
  private final TrainingRequest request;
  private final FeaturePipeline features;
  private final FittedHistory history;
  private final TrainedParts parts;
  private final Map<String, String> networks;
  private final RowSplit split;
  private final LabelledSplit labelled;
  private final List<String> warnings;
  private final List<GoldenRecord> golden;
  private final Optional<Evaluation> evaluation;
  private final Provenance provenance;

  /** Takes a second or two, so it is made for the first bundle and kept for the others. */
  private LatentSpace latentSpace;

  TrainedModel(
      TrainingRequest request,
      FeaturePipeline features,
      FittedHistory history,
      TrainedParts parts,
      Map<String, String> networks,
      RowSplit split,
      LabelledSplit labelled,
      List<String> warnings) {
    this.request = request;
    this.features = features;
    this.history = history;
    this.parts = parts;
    this.networks = networks;
    this.split = split;
    this.labelled = labelled;
    this.warnings = List.copyOf(warnings);
    this.golden =
        GoldenRecords.choose(features, parts.model(), request.events().select(split.heldOut()));
    Provenance beforeEvaluation = provenance(Map.of());
    this.evaluation = request.labels().map(labels -> evaluate(labels, beforeEvaluation));
    this.provenance =
        evaluation.map(judged -> provenance(judged.metrics())).orElse(beforeEvaluation);
  }

  public DetectorDefinition definition() {
    return request.definition();
  }

  /** What a user should know before trusting the model, one sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  public TrainingHistory history() {
    return parts.autoencoder().history();
  }

  /** Where the model comes from, with its figures. */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * How it does on the held-out normal rows and the anomalies, where labels were given; not on
   * those by which it was chosen, or that trained its head. The held-out rows calibrated it, so its
   * false-alarm rate is what it was set to.
   */
  public Optional<Evaluation> evaluation() {
    return evaluation;
  }

  /** What the model was chosen from and compared with, by name, in words and in order. */
  public Map<String, String> comparison() {
    return parts.comparison().lines();
  }

  /** What else family auto tried, and why the winner won; empty where it tried nothing. */
  public Optional<TrialTable> trials() {
    return parts.comparison().trials();
  }

  /**
   * The baseline that is better at the labelled anomalies than the model, in a sentence; empty
   * where none is beyond doubt, or too few anomalies are labelled.
   */
  public Optional<String> beatenBy() {
    return parts.comparison().beatenBy();
  }

  /** The model as a version of its detector. */
  public ModelBundle bundle(int version) {
    ModelBundle plain = bundle(version, provenance, "");
    TrainingReport report =
        new TrainingReport(plain, parts, networks, latentSpace(), evaluation, warnings);
    return bundle(version, provenance, report.html());
  }

  private synchronized LatentSpace latentSpace() {
    if (latentSpace == null) {
      LatentSpace global =
          LatentSpace.of(
              parts.autoencoder().network(),
              features,
              request.events(),
              split.heldOut(),
              request.labels().map(labels -> judgingAnomalies(labels).toArray()).orElse(new int[0]),
              request.classes().map(all -> all.namesAmong(split.training())).orElse(List.of()),
              request.seed());
      LatentSpace agreed =
          agreement().map(ClassAgreement::sentence).map(global::with).orElse(global);
      latentSpace =
          parts.model().own().isEmpty()
              ? agreed
              : agreed.with(
                  "The vectors are the global network's: others have spaces of their own.");
    }
    return latentSpace;
  }

  private Optional<ClassAgreement> agreement() {
    return ClassAgreement.of(parts.heldOut(), parts.autoencoder().network().clusters());
  }

  private ModelBundle bundle(int version, Provenance from, String report) {
    return new ModelBundle(
        version, definition(), features, history, parts.model(), from, golden, report);
  }

  private Evaluation evaluate(boolean[] labels, Provenance from) {
    int[] rows =
        IntStream.concat(
                IntStream.of(labelled.judging().heldOut()).map(row -> split.heldOut()[row]),
                judgingAnomalies(labels))
            .toArray();
    boolean[] rowLabels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rowLabels[i] = labels[rows[i]];
    }
    EventTable table = request.events().select(rows);
    return Evaluator.evaluate(new Detector(bundle(1, from, "")), table, rowLabels);
  }

  /**
   * Those that neither chose nor trained; of some nothing may have been observed, which is for all
   * to see.
   */
  private IntStream judgingAnomalies(boolean[] labels) {
    Set<Integer> partial = labelled.partial().boxed().collect(Collectors.toSet());
    return IntStream.range(0, labels.length).filter(row -> labels[row] && !partial.contains(row));
  }

  private Provenance provenance(Map<String, Double> evaluated) {
    Map<String, Double> metrics = new TreeMap<>(evaluated);
    metrics.put("validation_loss", history().bestLoss());
    agreement().ifPresent(its -> metrics.put(ClassAgreement.METRIC, its.share()));
    return new Provenance(
        request.createdAt(),
        request.seed(),
        DataFingerprint.of(request.events()),
        split.training().length,
        split.heldOut().length,
        settings(),
        Libraries.versions(),
        metrics);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(parts.autoencoder().settings());
    settings.put("features", String.valueOf(features.width()));
    settings.put("score", parts.model().global().score().kind().id());
    settings.put("budget", DefinitionWriter.budget(definition().calibration().budget()));
    trials().ifPresent(table -> settings.putAll(table.words()));
    beatenBy().ifPresent(sentence -> settings.put("beaten by a baseline", sentence));
    if (labelled.chooses()) {
      settings.put(
          "chosen by",
          "%,d labelled anomalies; %,d others judge"
              .formatted(labelled.choosing().rows().length, labelled.judging().rows().length));
    }
    labelled.words().ifPresent(words -> settings.put("labelled anomalies", words));
    settings.put("held-out", split.byTime() ? "newest rows" : "random rows");
    definition()
        .model()
        .per()
        .ifPresent(
            field -> settings.put("own networks", parts.model().own().size() + " per " + field));
    return settings;
  }
}
