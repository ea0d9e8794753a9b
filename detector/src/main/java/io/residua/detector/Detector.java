package io.residua.detector;

import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.ModelPart;
import io.residua.detector.definition.AlertSpec;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.SuppressionRule;
import io.residua.detector.event.EventLayout;
import io.residua.detector.history.History;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model ready to score. Immutable and shared between threads; each thread scores with a {@link
 * Scorer} of its own.
 */
public final class Detector {
  private final ModelBundle model;
  private final DetectorDefinition definition;
  private final History history;
  private final double significance;
  private final double threshold;

  public Detector(ModelBundle model) {
    this(model, model.definition());
  }

  private Detector(ModelBundle model, DetectorDefinition definition) {
    this.model = model;
    this.definition = definition;
    this.history = History.of(model.definition(), model.features().layout(), model.history());
    this.significance =
        model.definition().calibration().significance(model.parts().recordsPerDay());
    this.threshold = model.global().calibration().scoreAt(significance);
  }

  public String name() {
    return model.definition().name();
  }

  public int version() {
    return model.version();
  }

  /** The model's definition, with the alert rules that are in force. */
  public DetectorDefinition definition() {
    return definition;
  }

  /**
   * The same detector under other alert rules: they are no part of what was trained.
   *
   * @throws IllegalArgumentException when a rule asks for a field that the model's explanations do
   *     not have, and so would never hold
   */
  public Detector withAlerts(AlertSpec alerts) {
    Set<String> fields =
        IntStream.range(0, model.features().fields())
            .mapToObj(model.features()::field)
            .collect(Collectors.toCollection(TreeSet::new));
    for (SuppressionRule rule : alerts.suppress()) {
      rule.values()
          .filter(values -> !fields.contains(values.field()))
          .ifPresent(
              values -> {
                throw new IllegalArgumentException(
                    "rule %s asks for the field %s; model %s:%d has the fields %s"
                        .formatted(
                            rule.name(),
                            values.field(),
                            name(),
                            version(),
                            String.join(", ", fields)));
              });
    }
    return new Detector(model, definition.withAlerts(alerts));
  }

  public ModelBundle model() {
    return model;
  }

  /** The fields that an event must carry to be scored. */
  public EventLayout layout() {
    return model.features().layout();
  }

  /** What it remembers of keys. Events pass its stages before they are scored. */
  public History history() {
    return history;
  }

  /** The largest p-value that is an anomaly: the share of normal records that may alert. */
  public double significance() {
    return significance;
  }

  /**
   * The score from which a record is an anomaly; infinite when the calibration cannot reach it. A
   * budget with a state, as a false discovery rate has, may move it from record to record.
   */
  public double threshold() {
    return threshold;
  }

  /**
   * What a part's scores are multiplied by, once they are judged. Each network has its own usual
   * residuals; so scaled, scores of all parts can be compared, and one threshold holds for them.
   *
   * @return above 0; 1 for the global part, and where one of the thresholds cannot be reached
   */
  public double scale(ModelPart part) {
    double own = part.calibration().scoreAt(significance);
    double scale = threshold / own;
    return part != model.global() && own > 0 && scale > 0 && Double.isFinite(scale) ? scale : 1;
  }

  /** A scorer whose traffic is like the training data's. */
  public Scorer newScorer() {
    return newScorer(BudgetKeeper.of(this));
  }

  /**
   * @param budget of this detector and of one scorer
   */
  public Scorer newScorer(BudgetKeeper budget) {
    return new Scorer(this, budget);
  }
}
