package io.residua.integration;

import io.residua.broker.BrokerException;
import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker for all tests of this JVM, as a parameter; each test has topics of its own. */
public final class BrokerExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EmbeddedBroker.class;
  }

  @Override
  public EmbeddedBroker resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(BrokerExtension.class))
        .getOrComputeIfAbsent(SharedBroker.class, key -> new SharedBroker(), SharedBroker.class)
        .broker;
  }

  private static final class SharedBroker implements AutoCloseable {
    private final EmbeddedBroker broker;

    private SharedBroker() {
      try {
        this.broker = EmbeddedBroker.start(BrokerSettings.temporary());
      } catch (BrokerException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      broker.close();
    }
  }
}
