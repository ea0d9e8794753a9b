package io.residua.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.junit.jupiter.api.Test;

class BrokerFaultsTest {
  @Test
  void aHaltOfKafkaIsToldAndDoesNotEndTheJvm() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
      assertThatThrownBy(() -> Exit.halt(1, "all log directories failed"))
          .isInstanceOf(FaultHandlerException.class);

      assertThatThrownBy(broker::awaitEnd)
          .isInstanceOf(BrokerException.class)
          .hasMessage("the broker stopped with status 1: all log directories failed");
    }
  }

  @Test
  void aFatalFaultIsToldWithItsName() {
    try (BrokerFaults faults = BrokerFaults.watch()) {
      StringBuilder told = new StringBuilder();

      RuntimeException thrown =
          faults
              .build("raft manager", true, () -> told.append("counted; "))
              .handleFault("the log is broken", new IOException("disk"));
      faults.onFirst(fault -> told.append(fault.getMessage()));

      assertThat(thrown).hasRootCauseMessage("disk");
      assertThat(told)
          .hasToString("counted; the broker stopped: raft manager: the log is broken: disk");
    }
  }

  @Test
  void aFaultThatIsNotFatalGoesOn() {
    try (BrokerFaults faults = BrokerFaults.watch()) {
      StringBuilder told = new StringBuilder();

      faults.build("metadata publishing", false, () -> {}).handleFault("one update failed");
      faults.onFirst(fault -> told.append(fault.getMessage()));

      assertThat(told).isEmpty();
    }
  }
}
