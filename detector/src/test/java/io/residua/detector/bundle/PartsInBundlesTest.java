package io.residua.detector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.event.FieldKind;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.fixture.PerFixtures;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsInBundlesTest {
  private static final byte[] BUNDLE = BundleWriter.write(PerFixtures.model());

  @Test
  void partsAreReadBackAsTheyWere() throws BundleException {
    ModelBundle model = BundleReader.read(BUNDLE);

    assertThat(model.parts().own()).containsOnlyKeys("AT", "DE");
    assertThat(model.parts().own().get("AT").calibration().scoreAt(0.01)).isGreaterThan(3);
    assertThat(model.parts().own().get("DE").calibration().scoreAt(0.01)).isLessThan(1);
    assertThat(BundleWriter.write(model)).isEqualTo(BUNDLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "../../etc/passwd", "parts.0.layers.0.weight", "\n\"\\ü€😀"})
  void anyTextCanBeAValue(String value) throws BundleException {
    SortedMap<String, ModelPart> own = parts(value);

    ModelBundle read = BundleReader.read(BundleWriter.write(PerFixtures.model(own)));

    assertThat(read.parts().own()).containsOnlyKeys(value);
  }

  @Test
  void goldenRecordsCoverEveryPartHoweverRare() {
    ModelBundle model = PerFixtures.model();
    int country = model.features().layout().indexOf(PerFixtures.FIELD, FieldKind.TEXT);

    assertThat(model.golden())
        .extracting(golden -> golden.event().text(country))
        .contains("AT", "DE", "LI", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "network.json | `\"value\" : \"DE\"` | `\"value\" : \"AT\"` |"
            + " network.json: parts[1].value must be above \"AT\", is \"AT\"",
        "network.json | `\"value\" : \"AT\"` | `\"value\" : \"ZZ\"` |"
            + " network.json: parts[1].value must be above \"ZZ\", is \"DE\"",
        "network.json | `\"value\" : \"AT\"` | `\"value\" : 1` |"
            + " network.json: parts[0].value must be text, is 1",
        "network.json | `\"value\" : \"AT\"` | `\"value\" : \"AT\", \"extra\" : 1` |"
            + " network.json: parts[0].extra is not known",
        "network.json | `\"parts\"` | `\"part\"` | network.json: part is not known",
        "weights.safetensors | `parts.1.layers.0.bias` | `parts.2.layers.0.bias` |"
            + " weights.safetensors: expected parts.1.layers.0.bias of shape [2], found none",
        "calibration.json | `\"parts\"` | `\"part\"` |"
            + " calibration.json: expected 2 parts as in network.json, found 0",
        "definition.yaml | `per: country` | `per: category` |",
        "definition.yaml | `  per: country` | `  # none` |",
        "golden.jsonl | `\"country\":\"LI\"` | `\"country\":\"AT\"` |",
      })
  void partsThatDoNotHoldTogetherAreRefused(String entry, String text, String by, String message)
      throws BundleException {
    byte[] changed = HostileBundleTest.with(BUNDLE, entry, text, by);

    TamperedBundleTest.assertRefused(changed);
    if (message != null) {
      assertThatThrownBy(() -> BundleReader.read(changed)).hasMessage(message);
    }
  }

  @Test
  void moreValuesThanAModelHasAreRefused() {
    SortedMap<String, ModelPart> own = new TreeMap<>();
    for (int i = 0; i <= ModelParts.MOST; i++) {
      own.put("country-" + i, Fixtures.smallModel().global());
    }

    assertThatThrownBy(() -> PerFixtures.model(own))
        .hasMessage("a model has at most 32 parts beside its global one, got 33");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "long"})
  void aValueThatCannotBeSavedIsRefused(String value) {
    String text = value.equals("long") ? "x".repeat(ModelParts.LONGEST_VALUE + 1) : value;

    assertThat(ModelParts.isValue(text)).isFalse();
    assertThatThrownBy(() -> PerFixtures.model(parts(text)))
        .hasMessageStartingWith(
            "the value of a part is text that UTF-8 can carry, of at most 200 characters, got ");
  }

  @Test
  void partsOfOtherWidthsAreRefused() {
    DenseLayer layer = new DenseLayer(4, 4, new float[16], new float[4], Activation.IDENTITY);
    Network wideLatent = new Network(List.of(layer, layer), 1);
    SortedMap<String, ModelPart> own = new TreeMap<>();
    own.put("AT", PerFixtures.part(wideLatent, 1));

    assertThatThrownBy(() -> PerFixtures.model(own))
        .hasMessage("all parts must have one latent width, got 2 and 4");
  }

  @Test
  void partsOfAModelThatAsksForNoneAreRefused() {
    ModelPart part = Fixtures.smallModel().global();

    assertThatThrownBy(() -> new ModelParts(Optional.empty(), part, parts("AT")))
        .hasMessage("a model has at most 0 parts beside its global one, got 1");
  }

  private static SortedMap<String, ModelPart> parts(String value) {
    SortedMap<String, ModelPart> own = new TreeMap<>();
    own.put(value, PerFixtures.part(PerFixtures.network(1), 1));
    return own;
  }
}
