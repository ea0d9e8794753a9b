package io.residua.detector;

import io.residua.detector.alert.FieldContribution;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.PerValue;
import io.residua.detector.calibration.Severity;
import io.residua.detector.definition.MissingPolicy;
import io.residua.detector.event.Event;
import io.residua.detector.event.RejectReason;
import io.residua.detector.event.Rejection;
import io.residua.detector.explain.Explainer;
import io.residua.detector.feature.FeaturePipeline;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Scores events one after the other: features, network, score, p-value, verdict. Holds one thread's
 * buffers; what {@link #latent()} and {@link #explain} return belongs to the last event scored.
 */
public final class Scorer {
  private final Detector detector;
  private final BudgetKeeper budget;
  private final FeaturePipeline features;
  private final Explainer explainer;
  private final PerValue<ScoringPart> parts;
  private final boolean rejectMissing;
  private final float[] input;
  private final boolean[] observed;
  private final float[] latent;
  private final float[] reconstruction;
  private Event event;
  private ScoringPart part;
  private double scaledScore;
  private double pValue;
  private int severity;
  private boolean anomaly;
  private int present;

  Scorer(Detector detector, BudgetKeeper budget) {
    this.detector = detector;
    this.budget = budget;
    ModelBundle model = detector.model();
    this.features = model.features();
    this.explainer = new Explainer(model.definition(), features);
    this.parts =
        model
            .parts()
            .perValue(features.layout(), part -> ScoringPart.of(part, detector.scale(part)));
    this.rejectMissing = model.definition().missing() == MissingPolicy.REJECT;
    this.input = new float[features.width()];
    this.observed = new boolean[features.width()];
    this.latent = new float[model.global().network().latentWidth()];
    this.reconstruction = new float[features.width()];
  }

  public Detector detector() {
    return detector;
  }

  /** What keeps the budget; its state is that of the records scored so far. */
  public BudgetKeeper budget() {
    return budget;
  }

  /**
   * Scores one event.
   *
   * @param event of the detector's layout, which has passed the stages of its history; read again
   *     by {@link #explain}
   * @return null when {@link #verdict()} holds the result, else why the event cannot be scored
   */
  public Rejection score(Event event) {
    return score(event, DoubleUnaryOperator.identity());
  }

  /**
   * As {@link #score(Event)}, with the score smoothed before it is judged.
   *
   * @param smoothing the key's, as its history gives it
   */
  public Rejection score(Event event, DoubleUnaryOperator smoothing) {
    Rejection rejection = transform(event);
    if (rejection != null) {
      return rejection;
    }
    part.runner().run(input, 1, latent, reconstruction);
    return judge(smoothing);
  }

  /** Makes features of an event, and notes whose they are. */
  Rejection transform(Event event) {
    this.event = event;
    present = features.transform(event, input, observed, 0);
    if (present == 0) {
      return new Rejection(
          RejectReason.NOTHING_OBSERVED,
          "expected at least one of the detector's fields, found none");
    }
    String missing =
        rejectMissing && present < features.width() ? features.firstMissingField(observed) : null;
    if (missing != null) {
      return new Rejection(
          RejectReason.MISSING_FIELD, "field " + missing + " is missing or not finite");
    }
    part = parts.of(event);
    return null;
  }

  /**
   * Copies the last event's features.
   *
   * @return how many of them were observed
   */
  int save(float[] inputs, boolean[] allObserved, int offset) {
    System.arraycopy(input, 0, inputs, offset, input.length);
    System.arraycopy(observed, 0, allObserved, offset, observed.length);
    return present;
  }

  /** As if the event had been transformed last. */
  void restore(Event event, int present, float[] inputs, boolean[] allObserved, int offset) {
    this.event = event;
    this.present = present;
    part = parts.of(event);
    System.arraycopy(inputs, offset, input, 0, input.length);
    System.arraycopy(allObserved, offset, observed, 0, observed.length);
  }

  /** As if the network had been run last. */
  void restoreOutput(float[] latents, int latentOffset, float[] reconstructions, int offset) {
    System.arraycopy(latents, latentOffset, latent, 0, latent.length);
    System.arraycopy(reconstructions, offset, reconstruction, 0, reconstruction.length);
  }

  /** Judges what the network made of the features. */
  Rejection judge(DoubleUnaryOperator smoothing) {
    double score = part.score().score(input, latent, reconstruction, observed);
    if (!Double.isFinite(score)) {
      return new Rejection(RejectReason.NOT_FINITE, "the score is " + score);
    }
    score = smoothing.applyAsDouble(score);
    pValue = budget.adjusted(part.calibration().pValue(score));
    anomaly = budget.alerts(pValue, event.time());
    severity = Severity.of(pValue);
    scaledScore = score * part.scale();
    return null;
  }

  /**
   * The verdict on the last event scored, made when it is asked for: who reads it at once costs no
   * object.
   */
  public Verdict verdict() {
    return new Verdict(scaledScore, pValue, severity, anomaly, present);
  }

  /** The latent vector of the last event scored: the buffer itself, overwritten by the next one. */
  public float[] latent() {
    return latent;
  }

  /** The features of the last event scored: the buffer itself, overwritten by the next one. */
  public float[] input() {
    return input;
  }

  /**
   * The reconstruction of the last event scored: the buffer itself, overwritten by the next one.
   */
  public float[] reconstruction() {
    return reconstruction;
  }

  /**
   * The fields that contributed most to the last event's score, largest share first.
   *
   * @param most how many at most; fields without a share are left out
   */
  public List<FieldContribution> explain(int most) {
    double[] perFeature = new double[features.width()];
    part.score().contributions(input, latent, reconstruction, observed, perFeature);
    return explainer.explain(event, reconstruction, perFeature, most);
  }
}
