package io.residua.cli.simulate;

import java.time.Instant;
import java.util.Optional;

/**
 * One card transaction.
 *
 * @param amount in euro
 * @param distance kilometres between terminal and home; empty online, where there is no terminal
 * @param fraud what was injected, empty for the holder's own transaction
 */
record CardTransaction(
    Instant time,
    String card,
    String merchant,
    MerchantCategory category,
    Country country,
    Channel channel,
    double amount,
    Optional<Double> distance,
    Optional<CardFraud> fraud) {

  CardTransaction {
    amount = Math.max(0.01, Dice.rounded(amount, 2));
    distance = distance.map(kilometres -> Dice.rounded(Math.max(0.1, kilometres), 1));
  }
}
