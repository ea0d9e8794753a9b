package io.residua.trainer.report;

import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.latent.LatentSpace;
import io.residua.trainer.trial.TrialTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a report shows. All text may come from outside; the page escapes it.
 *
 * @param detector name of the detector
 * @param version of the model, 1 or more
 * @param trainingRows rows that the network was fitted on
 * @param losses in rising order of steps; empty when the fit has no steps
 * @param heldOutScores scores of the held-out normal records; copied; what is not finite is counted
 *     on the page and not drawn
 * @param pValues p-values of normal records, in (0, 1], best from records that the calibration did
 *     not see; copied; empty leaves the section out
 * @param threshold score from which records are anomalies; infinite when no score is
 * @param budget share of normal records that may alert, in (0, 1)
 * @param fieldErrors one per field, in any order
 * @param networks which values have a network of their own and which have not, in this order; empty
 *     for a model of one network
 * @param trials what the model was chosen from and why, and which baselines it was compared with,
 *     in this order
 * @param tried what else family auto tried
 * @param latentSpace maps of it and groups in it, or why there are none
 * @param evaluation present when labels were given
 * @param settings every effective setting; shown sorted by name, so that the page does not depend
 *     on a map's order
 * @param provenance where the model comes from; shown sorted by name
 * @param warnings what a person must know before trusting the model, most important first
 */
public record ReportData(
    String detector,
    int version,
    long trainingRows,
    List<LossPoint> losses,
    double[] heldOutScores,
    double[] pValues,
    double threshold,
    double budget,
    List<FieldError> fieldErrors,
    Map<String, String> networks,
    Map<String, String> trials,
    Optional<TrialTable> tried,
    LatentSpace latentSpace,
    Optional<Evaluation> evaluation,
    Map<String, String> settings,
    Map<String, String> provenance,
    List<String> warnings) {
  public ReportData {
    Objects.requireNonNull(detector, "detector");
    losses = List.copyOf(losses);
    heldOutScores = heldOutScores.clone();
    pValues = pValues.clone();
    if (!(budget > 0 && budget < 1)) {
      throw new IllegalArgumentException("expected a budget between 0 and 1, got " + budget);
    }
    fieldErrors = List.copyOf(fieldErrors);
    networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
    trials = Collections.unmodifiableMap(new LinkedHashMap<>(trials));
    Objects.requireNonNull(tried, "tried");
    Objects.requireNonNull(latentSpace, "latentSpace");
    Objects.requireNonNull(evaluation, "evaluation");
    settings = sorted(settings);
    provenance = sorted(provenance);
    warnings = List.copyOf(warnings);
  }

  /** A copy. */
  @Override
  public double[] heldOutScores() {
    return heldOutScores.clone();
  }

  /** A copy. */
  @Override
  public double[] pValues() {
    return pValues.clone();
  }

  private static Map<String, String> sorted(Map<String, String> given) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(given));
  }
}
