package io.residua.detector.explain;

import io.residua.detector.alert.FieldContribution;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.UnusableDataException;
import io.residua.detector.fixture.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One record of cards, and what a network made of it. In training, every number was uniform from 0
 * to 100, and nothing is transformed, so that a reconstruction is in the number's units.
 */
final class KeyedCase {
  private static final DetectorDefinition DEFINITION =
      Fixtures.definition(
          """
          detector: cards
          input: { topic: t, format: json, key: card_id, time: at }
          features:
            - { field: amount, transform: none }
            - { field: country, encode: one-hot }
            - { z: amount, as: amount_z, transform: none }
            - { z: fee, log: true, transform: none }
            - { ratio: paid, by: [card_id, shop.shopId], transform: none }
            - { aggregate: amount, over: 1h, stats: count, transform: none }
            - { elapsed: at, transform: none }
            - { lag: amount, transform: none }
            - { novelty: country }
            - { aggregate: amount_z, over: 7d, stats: mean, transform: none }
            - { field: paid, transform: none }
            - { sequence: { fields: load, length: 3 } }
          """);

  private static final int ROWS = 1001;
  private static final EventLayout LAYOUT = EventLayouts.of(DEFINITION);
  private static final FeaturePipeline FEATURES = features();
  private static final Explainer EXPLAINER = new Explainer(DEFINITION, FEATURES);

  private final Event event = new Event(LAYOUT);
  private final float[] reconstruction = new float[FEATURES.width()];

  private static FeaturePipeline features() {
    EventTable table = new EventTable(LAYOUT);
    for (int row = 0; row < ROWS; row++) {
      Event event = new Event(LAYOUT);
      for (int i = 0; i < LAYOUT.size(); i++) {
        event.setNumber(i, row / 10.0);
        event.setText(i, row % 3 == 0 ? "FR" : "DE");
      }
      table.append(event);
    }
    try {
      return FeatureFitter.fit(DEFINITION, table).pipeline();
    } catch (UnusableDataException e) {
      throw new IllegalStateException(e);
    }
  }

  KeyedCase number(String field, double value) {
    event.setNumber(index(field), value);
    return this;
  }

  KeyedCase text(String field, String value) {
    event.setText(LAYOUT.indexOf(field, FieldKind.TEXT), value);
    return this;
  }

  KeyedCase reconstructed(String field, double value) {
    reconstruction[FEATURES.firstFeature(feature(field))] = (float) value;
    return this;
  }

  /** Makes the network expect a category. */
  KeyedCase slot(String field, int slot) {
    reconstruction[FEATURES.firstFeature(feature(field)) + slot] = 1;
    return this;
  }

  /** The explanation where one field of the definition alone contributes. */
  FieldContribution only(String field) {
    return explain(Map.of(field, 1.0)).get(0);
  }

  /**
   * @param contributions by the names of the definition's features; of the others, 0
   */
  List<FieldContribution> explain(Map<String, Double> contributions) {
    double[] all = new double[FEATURES.width()];
    contributions.forEach((field, part) -> all[FEATURES.firstFeature(feature(field))] = part);
    return EXPLAINER.explain(event, reconstruction, all, 100);
  }

  /** Explains a random record with random contributions, some of them below 0. */
  List<FieldContribution> random(Random random, int most) {
    for (int i = 0; i < LAYOUT.size(); i++) {
      double number = random.nextInt(10) == 0 ? 0 : random.nextGaussian() * 100;
      boolean spread = LAYOUT.field(i).path().startsWith("spread in ");
      event.setNumber(i, spread ? Math.abs(number) / 100 : number);
      event.setText(i, "c" + random.nextInt(3));
    }
    double[] contributions = new double[FEATURES.width()];
    for (int i = 0; i < reconstruction.length; i++) {
      reconstruction[i] = (float) random.nextGaussian() * 100;
      contributions[i] = random.nextGaussian();
    }
    contributions[0] = 50;
    return EXPLAINER.explain(event, reconstruction, contributions, most);
  }

  private static int feature(String field) {
    for (int i = 0; i < FEATURES.fields(); i++) {
      if (FEATURES.field(i).equals(field)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no feature " + field);
  }

  private static int index(String field) {
    int derived = LAYOUT.indexOf(field, FieldKind.DERIVED);
    return derived >= 0 ? derived : LAYOUT.indexOf(field, FieldKind.NUMBER);
  }
}
