package io.residua.cli.simulate;

import java.util.Arrays;
import java.util.List;

/** Countries of the card simulation: homes, and where their people travel. */
enum Country {
  DE(30, 8, 500),
  FR(20, 10, 800),
  ES(12, 12, 1600),
  IT(12, 12, 1100),
  NL(10, 5, 450),
  PL(8, 4, 700),
  AT(8, 8, 600),
  GB(0, 6, 900),
  PT(0, 4, 2000),
  GR(0, 4, 1900),
  US(0, 0, 7000),
  TH(0, 0, 8900),
  BR(0, 0, 9600),
  ZA(0, 0, 8800);

  private static final double FAR = 5000;

  private final double home;
  private final double visited;
  private final double distance;

  Country(double home, double visited, double distance) {
    this.home = home;
    this.visited = visited;
    this.distance = distance;
  }

  /** Typical kilometres from a home abroad. */
  double distance() {
    return distance;
  }

  static Country anyHome(Dice dice) {
    return dice.weighted(List.of(values()), country -> country.home);
  }

  static Country anyTripFrom(Country home, Dice dice) {
    return dice.weighted(List.of(values()), country -> country == home ? 0 : country.visited);
  }

  static Country anyFar(Dice dice) {
    return dice.any(Arrays.stream(values()).filter(country -> country.distance > FAR).toList());
  }
}
