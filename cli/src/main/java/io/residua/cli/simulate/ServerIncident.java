package io.residua.cli.simulate;

import java.util.List;

/**
 * One incident on one server.
 *
 * @param from its first minute
 * @param to its last minute
 * @param strength around 1
 */
record ServerIncident(ServerIncidentKind kind, long from, long to, double strength) {

  static ServerIncident draw(long from, Dice dice) {
    ServerIncidentKind kind = dice.any(List.of(ServerIncidentKind.values()));
    return new ServerIncident(kind, from, from + kind.minutes(dice) - 1, dice.between(0.7, 1.5));
  }

  void distort(ServerSample sample, long minute) {
    kind.distort(sample, (double) (minute - from) / Math.max(1, to - from), strength);
  }
}
