package io.residua.benchmarks.cards;

/**
 * What is judged: how far an amount is from the card's own, how far the strangest one of the last
 * week was, and whether it is more than nearly any card spends. The two levels are nearly equal, so
 * that the one number of the latent vector is the card's level and the other features are left as
 * residuals.
 */
final class CardsDefinition {
  static final String YAML =
      """
      detector: cards
      input: { topic: cards, key: CUSTOMER_ID, time: TX_DATETIME }
      features:
        - { z: TX_AMOUNT, as: amount_z, transform: "clip:0:20" }
        - { aggregate: amount_z, over: 7d, stats: max, transform: "clip:2:5" }
        - { field: TX_AMOUNT, transform: ["clip:200:400", standard] }
        - { aggregate: TX_AMOUNT, half-life: 30d, stats: mean, transform: [log1p, standard] }
        - { aggregate: TX_AMOUNT, over: 30d, stats: mean, transform: [log1p, standard] }
      model: { family: linear, latent: 1, score: mean-squared }
      """;

  private CardsDefinition() {}
}
