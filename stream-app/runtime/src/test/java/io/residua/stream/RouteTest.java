package io.residua.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.Detector;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.fixture.KeyedFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final String CARDS = KeyedFixtures.DEFINITION;

  @Test
  void isOnePlaceWhereEverythingIsByTheEventsKey() {
    assertThat(names(CARDS)).containsExactly("input scores alerts");
    assertThat(Route.of(new Detector(Fixtures.smallModel())))
        .containsExactly(Route.of(new Detector(Fixtures.smallModel())).get(0))
        .allSatisfy(place -> assertThat(place.stage()).isEmpty());
  }

  @Test
  void visitsEachOtherKeyAndEndsAtTheAlerts() {
    assertThat(names(CARDS + KeyedFixtures.SHOPS))
        .containsExactly("input", "by-shop-card", "by-card", "by-shop scores", "alerts alerts");
    assertThat(names(CARDS + "  - { elapsed: at, by: shop }\n"))
        .containsExactly("input", "by-shop", "by-card scores alerts");
  }

  @Test
  void goesToAPlaceOfTheKeyWhereTheInputIsNotPartitionedByIt() {
    assertThat(names(CARDS.replace("key: card,", "key: card, repartition: true,")))
        .containsExactly("input", "by-card scores alerts");
  }

  @Test
  void goesOnToTheAlertsOfAnotherField() {
    assertThat(names(CARDS + "alerts: { by: shop }\n"))
        .containsExactly("input scores", "alerts alerts");
    assertThat(names(CARDS + "alerts: { by: card }\n")).containsExactly("input scores alerts");
  }

  @Test
  void takesNoFieldForTheEventsKeyWhereTheDefinitionNamesNone() {
    assertThat(
            names(
                CARDS
                    .replace("key: card,", "")
                    .replace("elapsed: at }", "elapsed: at, by: card }")))
        .containsExactly("input", "by-card scores", "alerts alerts");
  }

  @Test
  void namesPlacesSoThatTheyCanBeTopics() {
    assertThat(PlaceNames.by(List.of("card"))).isEqualTo("card");
    assertThat(PlaceNames.by(List.of("shop", "card"))).isEqualTo("shop-card");
    assertThat(PlaceNames.by(List.of("Käse"))).matches("K_se-[0-9a-f]{8}");
  }

  @Test
  void givesNoTwoKeysTheSameName() {
    String one = "a".repeat(200);
    String other = "a".repeat(199) + "b";
    assertThat(PlaceNames.by(List.of(one)))
        .isNotEqualTo(PlaceNames.by(List.of(other)))
        .hasSizeLessThan(100);
    assertThat(PlaceNames.by(List.of("a-b", "c"))).isNotEqualTo(PlaceNames.by(List.of("a", "b-c")));
    assertThat(PlaceNames.by(List.of("a b"))).isNotEqualTo(PlaceNames.by(List.of("a/b")));
  }

  private static List<String> names(String yaml) {
    return Route.of(new Detector(KeyedFixtures.model(yaml))).stream()
        .map(
            place ->
                place.name()
                    + (place.scores() ? " scores" : "")
                    + (place.alerts() ? " alerts" : ""))
        .toList();
  }
}
