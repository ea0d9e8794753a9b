package io.residua.detector.definition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DefinitionRoundTripTest {
  @Property(tries = 500)
  void whatIsWrittenReadsBackEqual(@ForAll("definitions") DetectorDefinition definition)
      throws DefinitionException {
    String yaml = DefinitionWriter.write(definition);

    DetectorDefinition read = DefinitionParser.parse(yaml, null);

    assertThat(read).isEqualTo(definition);
    assertThat(DefinitionWriter.write(read)).isEqualTo(yaml);
  }

  @Property(tries = 500)
  void anyTextIsADefinitionOrHasProblems(@ForAll("texts") String text) {
    try {
      assertThat(DefinitionParser.parse(text, null)).isNotNull();
    } catch (DefinitionException e) {
      assertThat(e.problems()).isNotEmpty();
      assertThat(e.getMessage().lines()).hasSameSizeAs(e.problems());
    }
  }

  @Provide
  Arbitrary<DetectorDefinition> definitions() {
    return Definitions.any();
  }

  /** Text at random, and definitions with a piece of random text in them. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> soup =
        Arbitraries.of(
                "detector",
                "input",
                "features",
                "model",
                "outputs",
                ": ",
                "\n",
                "\n  ",
                "- ",
                "{",
                "}",
                "[",
                "]",
                ",",
                "\"",
                "'",
                "|",
                "&a",
                "*a",
                "!!x",
                "\t",
                "#",
                "field",
                "1",
                "none",
                "\uFEFF",
                "\uD800",
                "? ",
                "<<",
                "---",
                "%YAML 1.1",
                "\u0000")
            .list()
            .ofMaxSize(40)
            .map(pieces -> String.join("", pieces));
    Arbitrary<String> broken =
        Definitions.any()
            .map(DefinitionWriter::write)
            .flatMap(
                yaml ->
                    Arbitraries.integers()
                        .between(0, yaml.length())
                        .flatMap(
                            at ->
                                soup.map(
                                    piece -> yaml.substring(0, at) + piece + yaml.substring(at))));
    return Arbitraries.oneOf(soup, broken, Arbitraries.strings());
  }
}
