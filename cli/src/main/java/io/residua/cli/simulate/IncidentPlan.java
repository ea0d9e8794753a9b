package io.residua.cli.simulate;

import java.util.Optional;

/** When one server has incidents: at random, never two at once, with an hour's peace between. */
final class IncidentPlan {
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final int PEACE = 60;

  private final Dice dice;
  private final double perMinute;
  private Optional<ServerIncident> current = Optional.empty();

  IncidentPlan(Dice dice, double perDay) {
    this.dice = dice;
    this.perMinute = perDay / MINUTES_A_DAY;
  }

  /**
   * The incident of a minute, if any.
   *
   * @param minute one more than at the last call
   */
  Optional<ServerIncident> at(long minute) {
    if (current.isPresent() && minute > current.get().to() + PEACE) {
      current = Optional.empty();
    }
    if (current.isEmpty() && dice.chance(perMinute)) {
      current = Optional.of(ServerIncident.draw(minute, dice));
    }
    return current.filter(incident -> minute <= incident.to());
  }
}
