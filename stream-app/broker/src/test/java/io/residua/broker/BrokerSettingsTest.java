package io.residua.broker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerSettingsTest {
  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void refusesAPortThatDoesNotExist(int port) {
    assertThatThrownBy(() -> BrokerSettings.temporary().withPort(port))
        .hasMessage("port must be 0 to 65535, got " + port);
  }

  @Test
  void refusesAnAddressThatNobodyCanConnectTo() {
    assertThatThrownBy(() -> BrokerSettings.temporary().withHost("0.0.0.0"))
        .hasMessage("host must be a name or address that clients can connect to, got '0.0.0.0'");
  }
}
