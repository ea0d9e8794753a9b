package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.ModelSpec;
import org.junit.jupiter.api.Test;

class SizeCheckTest {
  @Test
  void warnsWithNumbersOfANetworkWithMoreParametersThanThereAreNumbers() throws Exception {
    assertThat(SizeCheck.warning(spec("undercomplete"), 20_001, 1000, 20))
        .contains(
            "the network has 20,001 parameters and 20,000 numbers to fit them to (1,000 rows of 20"
                + " features): it can know the rows by heart; train on more rows or set a smaller"
                + " model.hidden or model.latent");
    assertThat(SizeCheck.warning(spec("linear"), 20_001, 1000, 20).orElseThrow())
        .endsWith("set a smaller model.latent");
  }

  @Test
  void isSilentWhereThereAreEnoughOrNobodyChoseTheSize() throws Exception {
    assertThat(SizeCheck.warning(spec("undercomplete"), 20_000, 1000, 20)).isEmpty();
    assertThat(SizeCheck.warning(spec("auto"), 20_001, 1000, 20)).isEmpty();
  }

  private static ModelSpec spec(String family) throws Exception {
    return DefinitionParser.parse(
            """
            detector: some
            input: { topic: some, format: json }
            features: [ { field: x, transform: standard } ]
            model: { family: %s }
            """
                .formatted(family),
            null)
        .model();
  }
}
