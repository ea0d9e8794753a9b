package io.residua.detector.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertScopeTest {
  @Property
  void aKeysScopeReadsBack(@ForAll String key) {
    AlertScope scope = AlertScope.of(Optional.empty(), key, "ignored");

    assertThat(AlertScope.parse(scope.text())).isEqualTo(scope);
    assertThat(scope.key()).isEqualTo(key.isEmpty() ? null : key);
    assertThat(scope.group()).isNull();
  }

  @Property
  void aGroupsScopeReadsBack(@ForAll String value) {
    AlertScope scope = AlertScope.of(Optional.of("a.b"), "ignored", value);

    assertThat(AlertScope.parse(scope.text())).isEqualTo(scope);
    assertThat(scope.key()).isNull();
    assertThat(scope.group()).isEqualTo(value);
  }

  @Test
  void scopesOfDifferentRulesDiffer() {
    assertThat(AlertScope.of(Optional.empty(), "x", "x").text())
        .isNotEqualTo(AlertScope.of(Optional.of("f"), "x", "x").text())
        .isNotEqualTo(AlertScope.of(Optional.empty(), "y", "x").text());
    assertThat(AlertScope.of(Optional.of("a"), null, "x").text())
        .isNotEqualTo(AlertScope.of(Optional.of("b"), null, "x").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "fno end"})
  void whatIsNoScopeIsRefused(String text) {
    assertThatThrownBy(() -> AlertScope.parse(text))
        .hasMessage("expected a scope of AlertPolicy.scope, got " + text);
  }
}
