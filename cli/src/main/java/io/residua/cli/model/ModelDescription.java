package io.residua.cli.model;

import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.Provenance;
import io.residua.detector.network.Prior;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A model in words and as fields. */
public final class ModelDescription {
  private final ModelBundle model;
  private final Detector detector;

  public ModelDescription(ModelBundle model) {
    this.model = model;
    this.detector = new Detector(model);
  }

  public Map<String, Object> fields() {
    Provenance origin = model.provenance();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("detector", model.definition().name());
    fields.put("version", model.version());
    fields.put("created_at", origin.createdAt().toString());
    fields.put("features", model.features().width());
    fields.put("fields", model.features().fields());
    fields.put("latent", model.global().network().latentWidth());
    fields.put("prior", model.global().prior().map(ModelDescription::words).orElse(null));
    if (model.definition().model().per().isPresent()) {
      fields.put("own_networks", model.parts().own().size());
    }
    fields.put("training_rows", origin.trainingRows());
    fields.put("calibration_rows", origin.calibrationRows());
    fields.put("data_fingerprint", origin.dataFingerprint());
    fields.put("seed", origin.seed());
    fields.put("significance", detector.significance());
    fields.put("threshold", finite(detector.threshold()));
    fields.put("settings", new TreeMap<>(origin.settings()));
    fields.put("libraries", new TreeMap<>(origin.libraries()));
    fields.put("metrics", finite(origin.metrics()));
    return fields;
  }

  /** What records can be drawn from; null, which is none, where they cannot. */
  private static String words(Prior prior) {
    int clusters = prior.shares().length;
    return clusters == 0 ? "standard normal" : clusters + " clusters, standard normal";
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    fields().forEach((name, value) -> append(text, name, value));
    return text.toString().stripTrailing();
  }

  private static void append(StringBuilder text, String name, Object value) {
    if (value instanceof Map<?, ?> group) {
      text.append(name).append('\n');
      group.forEach((key, each) -> text.append("  %-24s %s%n".formatted(key, each)));
    } else {
      text.append("%-18s %s%n".formatted(name, value == null ? "none" : value));
    }
  }

  /** JSON knows no infinity; null says that nothing reaches the budget. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }

  private static Map<String, Double> finite(Map<String, Double> metrics) {
    Map<String, Double> finite = new TreeMap<>();
    metrics.forEach((name, value) -> finite.put(name, finite(value)));
    return finite;
  }
}
