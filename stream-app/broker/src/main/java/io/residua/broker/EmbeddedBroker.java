package io.residua.broker;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Kafka broker of this JVM.
 *
 * <p>Starting goes through four phases; whichever fails, nothing stays behind: bind both ports
 * (they are ours from then on), lock and check the data directory, format it where it is new, start
 * controller and broker. Where Kafka would end the JVM, the failure is kept for {@link #awaitEnd}
 * instead. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final ListeningSockets sockets;
  private final BrokerStorage storage;
  private final BrokerFaults faults;
  private final KafkaNode node;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private boolean closed;

  private EmbeddedBroker(
      ListeningSockets sockets, BrokerStorage storage, BrokerFaults faults, KafkaNode node) {
    this.sockets = sockets;
    this.storage = storage;
    this.faults = faults;
    this.node = node;
    faults.onFirst(end::completeExceptionally);
  }

  /**
   * Starts a broker; it serves clients when this returns.
   *
   * @throws BrokerException when a port is taken, the directory cannot be used, or Kafka refuses
   */
  public static EmbeddedBroker start(BrokerSettings settings) throws BrokerException {
    ListeningSockets sockets = ListeningSockets.bind(settings);
    try {
      return start(sockets, BrokerStorage.open(settings.dataDirectory()));
    } catch (BrokerException | RuntimeException e) {
      sockets.close();
      throw e;
    }
  }

  private static EmbeddedBroker start(ListeningSockets sockets, BrokerStorage storage)
      throws BrokerException {
    BrokerFaults faults = BrokerFaults.watch();
    try {
      KafkaNode node = KafkaNode.start(sockets, storage.directory(), faults);
      LOG.info("Broker started: bootstrap={}", sockets.bootstrapServers());
      return new EmbeddedBroker(sockets, storage, faults, node);
    } catch (BrokerException | RuntimeException e) {
      faults.close();
      storage.close();
      throw e;
    }
  }

  /** What clients connect to: {@code HOST:PORT}. */
  public String bootstrapServers() {
    return sockets.bootstrapServers();
  }

  /** Where it keeps its data. */
  public Path dataDirectory() {
    return storage.directory();
  }

  /**
   * Waits until the broker is closed.
   *
   * @throws BrokerException when it stopped by itself; {@link #close} is still to be called
   */
  public void awaitEnd() throws BrokerException, InterruptedException {
    try {
      end.get();
    } catch (ExecutionException e) {
      throw new BrokerException(e.getCause().getMessage(), e.getCause());
    }
  }

  /** Stops the broker, frees its ports and deletes temporary storage; again does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    node.close();
    sockets.close();
    faults.close();
    storage.close();
    end.complete(null);
  }
}
