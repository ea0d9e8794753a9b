package io.residua.detector.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.alert.FeatureContribution;
import io.residua.detector.alert.FieldContribution;
import io.residua.detector.feature.Direction;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {
  private static final String Z = "amount_z";
  private static final String Z_OF_LOG = "z of log fee by card_id";
  private static final String RATIO = "ratio of paid by card_id and shop.shopId";
  private static final String COUNT = "count of amount over 1h by card_id";
  private static final String SINCE = "seconds since the previous event by card_id";
  private static final String LAG = "amount 1 event earlier by card_id";
  private static final String NOVELTY = "new country by card_id";
  private static final String MEAN_OF_Z = "mean of amount_z over 7d by card_id";

  private final KeyedCase one = new KeyedCase();

  @Test
  void aFieldIsToldInItsUnitsWithItsNormalRange() {
    FieldContribution line = one.number("amount", 4210).reconstructed("amount", 60).only("amount");

    assertThat(line.field()).isEqualTo("amount");
    assertThat(line.feature()).isNull();
    assertThat(line.observed()).isEqualTo("4210");
    assertThat(line.expected()).isEqualTo("60");
    assertThat(line.direction()).isEqualTo(Direction.HIGH);
    assertThat(line.normal()).isEqualTo("below 99.5");
    assertThat(line.sentence())
        .isEqualTo("amount 4,210 is high: expected about 60, normal below 99.5");
  }

  @Test
  void aNumberWithinItsNormalRangeIsNotSaidToBeBeyondIt() {
    FieldContribution line = one.number("amount", 3).reconstructed("amount", 60).only("amount");

    assertThat(line.normal()).isEqualTo("above 0.5");
    assertThat(line.sentence()).isEqualTo("amount 3 is low: expected about 60");
  }

  @Test
  void whatTheNetworkExpectsBeyondTheNormalRangeIsNotSaid() {
    one.number("amount", 3072)
        .number(Z, 90)
        .number("mean in " + Z, 20)
        .number("spread in " + Z, 90);

    FieldContribution line = one.reconstructed(Z, 8).only(Z);

    assertThat(line.expected()).isEqualTo("740");
    assertThat(line.sentence()).isEqualTo("amount 3,072 is high: normal for this card below 290");
  }

  @Test
  void aNumberBeyondTheOtherEndOfItsRangeIsToldByWhatWasExpected() {
    one.number("amount", 300).number(Z, 9).number("mean in " + Z, 20).number("spread in " + Z, 30);

    FieldContribution line = one.reconstructed(Z, 20).only(Z);

    assertThat(line.sentence()).isEqualTo("amount 300 is low: expected about 620");
  }

  @Test
  void aDeviationIsToldAsTheFieldAgainstTheKeysOwnRange() {
    one.number("amount", 4210)
        .number(Z, 150)
        .number("mean in " + Z, 50)
        .number("spread in " + Z, 30);

    FieldContribution line = one.reconstructed(Z, 1.0 / 3).only(Z);

    assertThat(line.field()).isEqualTo("amount");
    assertThat(line.feature()).isNull();
    assertThat(line.observed()).isEqualTo("4210");
    assertThat(line.expected()).isEqualTo("60");
    assertThat(line.normal()).isEqualTo("for this card below 140");
    assertThat(line.sentence())
        .isEqualTo("amount 4,210 is high: expected about 60, normal for this card below 140");
  }

  @Test
  void aDeviationOfLogarithmsIsToldInTheFieldsUnits() {
    one.number("fee", 0)
        .number(Z_OF_LOG, -9)
        .number("mean in " + Z_OF_LOG, Math.expm1(4.5))
        .number("spread in " + Z_OF_LOG, 0.5);

    FieldContribution line = one.reconstructed(Z_OF_LOG, 1).only(Z_OF_LOG);

    assertThat(line.expected()).isEqualTo("147.4");
    assertThat(line.sentence())
        .isEqualTo("fee 0 is low: expected about 147, normal for this card above 19.1");
  }

  @Test
  void aRatioIsToldAsTheFieldToo() {
    one.number("paid", 50)
        .number(RATIO, 5)
        .number("mean in " + RATIO, 10)
        .number("spread in " + RATIO, 2);

    FieldContribution line = one.reconstructed(RATIO, 1.2).only(RATIO);

    assertThat(line.field()).isEqualTo("paid");
    assertThat(line.sentence())
        .isEqualTo("paid 50 is high: expected about 12, normal for this card and shop below 16");
  }

  @Test
  void anEarlierDeviationIsToldInTheFieldsUnitsToo() {
    String loadZ = "z of load by card_id";
    String earlier = loadZ + " 2 events earlier";
    one.number("load", 4).number(earlier, 20).number("mean in " + loadZ, 5);
    one.number("spread in " + loadZ, 0.5);

    FieldContribution line = one.reconstructed(earlier, 2).only(earlier);

    assertThat(line.field()).isEqualTo("load");
    assertThat(line.feature()).isEqualTo("load 2 events earlier by card_id");
    assertThat(line.observed()).isEqualTo("15");
    assertThat(line.sentence())
        .isEqualTo(
            "load 2 events earlier by card_id is 15: expected about 6, normal for this card below"
                + " 6.5");
  }

  @Test
  void anEstimateOfNearlyNothingIsNothing() {
    assertThat(one.number("amount", 500).reconstructed("amount", 1e-5).only("amount").sentence())
        .isEqualTo("amount 500 is high: expected about 0, normal below 99.5");
    assertThat(one.number("amount", 0.02).reconstructed("amount", 0.05).only("amount").sentence())
        .isEqualTo("amount 0.02 is low: normal above 0.5");
    assertThat(one.number("amount", 0.07).reconstructed("amount", 0.05).only("amount").sentence())
        .isEqualTo("amount 0.07 is high: expected about 0.05");
  }

  @Test
  void aWindowIsNamedInWords() {
    FieldContribution line = one.number(COUNT, 140).reconstructed(COUNT, 2).only(COUNT);

    assertThat(line.field()).isEqualTo("amount");
    assertThat(line.feature()).isEqualTo(COUNT);
    assertThat(line.observed()).isEqualTo("140");
    assertThat(line.sentence())
        .isEqualTo(
            "count of amount over 1h by card_id is 140: expected about 2, normal below 99.5");
  }

  @Test
  void theTimeSinceTheLastEventIsALineOfTheTimeField() {
    FieldContribution line = one.number(SINCE, 0.25).reconstructed(SINCE, 36).only(SINCE);

    assertThat(line.field()).isEqualTo("at");
    assertThat(line.feature()).isEqualTo(SINCE);
    assertThat(line.normal()).isEqualTo("above 0.5 s");
    assertThat(line.sentence())
        .isEqualTo(
            "0.25 s since the previous event of this card is low: expected about 36 s, normal"
                + " above 0.5 s");
  }

  @Test
  void aNewValueIsSaidToBeNew() {
    FieldContribution line =
        one.text("country", "FR").number(NOVELTY, 1).reconstructed(NOVELTY, 0).only(NOVELTY);

    assertThat(line.field()).isEqualTo("country");
    assertThat(line.observed()).isEqualTo("FR");
    assertThat(line.expected()).isNull();
    assertThat(line.sentence()).isEqualTo("country FR is new for this card");
  }

  @Test
  void aCategoryIsToldWithTheExpectedOne() {
    FieldContribution line = one.text("country", "FR").slot("country", 0).only("country");

    assertThat(line.sentence()).isEqualTo("country FR: expected DE");
    assertThat(line.direction()).isEqualTo(Direction.DIFFERENT);
  }

  @Test
  void anUnusualValueAsExpectedIsUnusual() {
    assertThat(one.text("country", "DE").slot("country", 0).only("country").sentence())
        .isEqualTo("country DE is unusual here");
    assertThat(one.number("amount", 60).reconstructed("amount", 60).only("amount").sentence())
        .isEqualTo("amount 60 is unusual here");
  }

  @Test
  void whatIsMissingIsSaidToBe() {
    assertThat(one.only("amount").sentence()).isEqualTo("amount is missing");
    assertThat(one.only(COUNT).sentence()).isEqualTo(COUNT + " is missing");
    assertThat(one.only("country").sentence()).isEqualTo("country is missing");
    assertThat(one.only(NOVELTY).sentence()).isEqualTo("country is missing");
  }

  @Test
  void allThatIsMadeOfAFieldIsOneLine() {
    one.number("amount", 70).number(COUNT, 99).number(LAG, 5).number(MEAN_OF_Z, 1);

    List<FieldContribution> lines =
        one.explain(Map.of("amount", 1.0, COUNT, 4.0, LAG, 2.0, MEAN_OF_Z, 1.0, "country", 2.0));

    assertThat(lines).extracting(FieldContribution::field).containsExactly("amount", "country");
    FieldContribution amount = lines.get(0);
    assertThat(amount.share()).isEqualTo(0.8, within(1e-9));
    assertThat(amount.feature()).isEqualTo(COUNT);
    assertThat(amount.features())
        .extracting(FeatureContribution::feature)
        .containsExactly("amount", "amount_z", COUNT, LAG, MEAN_OF_Z);
    assertThat(amount.features().get(0).observed()).isEqualTo("70");
  }

  @Test
  void whatMakesOthersLessStrangeHasNoLine() {
    List<FieldContribution> lines =
        one.explain(Map.of("amount", 3.0, COUNT, -1.0, "paid", 2.0, "country", -2.0));

    assertThat(lines).extracting(FieldContribution::field).containsExactly("amount", "paid");
    assertThat(lines).extracting(FieldContribution::share).containsExactly(0.5, 0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "card, this card",
    "card_id, this card",
    "cardId, this card",
    "payment.card_ID, this card",
    "grid, this grid",
    "id, this id",
    "_id, this _id"
  })
  void aKeyStandsForItsOwner(String by, String owner) {
    assertThat(Owner.of(List.of(by))).isEqualTo(owner);
  }

  @Property(tries = 200)
  void sharesAreOrderedAndAddUpToOneAtMost(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 8) int most) {
    List<FieldContribution> lines = new KeyedCase().random(new Random(seed), most);

    assertThat(lines).hasSizeLessThanOrEqualTo(most);
    assertThat(lines).allMatch(line -> line.share() > 0 && line.share() <= 1);
    assertThat(shares(lines).sum()).isLessThanOrEqualTo(1 + 1e-9);
    assertThat(lines).isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
    assertThat(new KeyedCase().random(new Random(seed), most)).isEqualTo(lines);
  }

  @Property(tries = 100)
  void everyLineSaysWhichFieldItIsAbout(@ForAll long seed) {
    assertThat(new KeyedCase().random(new Random(seed), 100))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(List.of("amount", "fee", "paid", "country", "at", "load"))
                  .contains(line.field());
              assertThat(line.sentence()).isNotBlank().doesNotContain("NaN", "null", "unknown");
            });
  }

  private static DoubleStream shares(List<FieldContribution> lines) {
    return lines.stream().mapToDouble(FieldContribution::share);
  }
}
