package io.residua.broker;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Kafka's server gives up for. In a process of its own it would exit; here it shares the JVM,
 * so the first fatal fault is kept and told instead, and the thread that met it ends with an
 * exception. An exit does not say which broker it means, so every watching one is told.
 */
final class BrokerFaults implements FaultHandlerFactory, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerFaults.class);
  private static final Set<BrokerFaults> WATCHING = ConcurrentHashMap.newKeySet();

  private final CompletableFuture<Throwable> first = new CompletableFuture<>();

  private BrokerFaults() {}

  static BrokerFaults watch() {
    BrokerFaults faults = new BrokerFaults();
    synchronized (WATCHING) {
      WATCHING.add(faults);
      Exit.setExitProcedure(BrokerFaults::exit);
      Exit.setHaltProcedure(BrokerFaults::exit);
    }
    return faults;
  }

  /** Calls back with the first fatal fault, at once where there was one already. */
  void onFirst(Consumer<Throwable> action) {
    first.thenAccept(action);
  }

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    return fatal ? (message, cause) -> fatal(name, message, cause, action) : logging(name, action);
  }

  @Override
  public void close() {
    synchronized (WATCHING) {
      WATCHING.remove(this);
      if (WATCHING.isEmpty()) {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
      }
    }
  }

  private static FaultHandler logging(String name, Runnable action) {
    return new LoggingFaultHandler(name, action);
  }

  private RuntimeException fatal(String name, String message, Throwable cause, Runnable action) {
    action.run();
    FaultHandlerException fault =
        new FaultHandlerException(
            "the broker stopped: %s: %s%s"
                .formatted(name, message, cause == null ? "" : ": " + cause.getMessage()),
            cause);
    report(fault);
    return fault;
  }

  private static void exit(int status, String message) {
    FaultHandlerException fault =
        new FaultHandlerException(
            "the broker stopped with status %d%s"
                .formatted(status, message == null ? "" : ": " + message));
    WATCHING.forEach(faults -> faults.report(fault));
    throw fault;
  }

  private void report(FaultHandlerException fault) {
    if (first.complete(fault)) {
      LOG.error("Broker fault", fault);
    }
  }
}
