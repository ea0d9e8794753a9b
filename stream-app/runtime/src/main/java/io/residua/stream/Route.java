package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.definition.InputSpec;
import io.residua.detector.history.HistoryStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places that a record visits, in order. The first is where the input is read: it counts as the
 * place of the event's own key unless the definition says {@code input.repartition}. A stage by
 * another key, and alerts by another field, are a place of their own. A record is scored at the
 * last stage's place.
 */
public final class Route {
  private final List<Place> places = new ArrayList<>();
  private Optional<List<String>> by;
  private String name = "input";
  private Optional<HistoryStage> stage = Optional.empty();

  private Route(Optional<List<String>> by) {
    this.by = by;
  }

  /** The places of a detector, at least one. */
  public static List<Place> of(Detector detector) {
    InputSpec input = detector.definition().input();
    List<String> own = input.key().map(List::of).orElse(List.of());
    Route route = new Route(input.repartition() ? Optional.empty() : Optional.of(own));
    for (HistoryStage next : detector.history().stages()) {
      route.goTo(next.by(), "by-" + PlaceNames.by(next.by()));
      route.stage = Optional.of(next);
    }
    if (route.by.isEmpty()) {
      route.goTo(own, "by-" + PlaceNames.by(own));
    }
    route.end(detector.definition().alerts().by().map(List::of).orElse(own));
    return List.copyOf(route.places);
  }

  private void goTo(List<String> next, String nextName) {
    if (!by.equals(Optional.of(next))) {
      places.add(new Place(name, stage, false, false));
      stage = Optional.empty();
      by = Optional.of(next);
      name = nextName;
    }
  }

  private void end(List<String> alertsBy) {
    boolean together = by.equals(Optional.of(alertsBy));
    places.add(new Place(name, stage, true, together));
    if (!together) {
      places.add(new Place("alerts", Optional.empty(), false, true));
    }
  }
}
