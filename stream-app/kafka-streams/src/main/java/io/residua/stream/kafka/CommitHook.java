package io.residua.stream.kafka;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorContextUtils;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * A store that keeps nothing: Kafka Streams has no call for a processor before a commit, but one
 * for stores with a cache, in the transaction and before offsets are taken. What is forwarded then
 * is committed with the records that were read. Used by one thread at a time.
 */
final class CommitHook implements StateStore, CachedStateStore<Void, Void> {
  static final String NAME = "before-commit";

  private InternalProcessorContext<?, ?> context;
  private ProcessorNode<?, ?, ?, ?> node;
  private Runnable work = () -> {};
  private boolean open;

  /**
   * Has some work done before each commit, in the name of the node that asks.
   *
   * @param work may forward records
   */
  void beforeCommit(Runnable work) {
    this.node = context.currentNode();
    this.work = work;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void init(StateStoreContext stateStoreContext, StateStore root) {
    context = ProcessorContextUtils.asInternalProcessorContext(stateStoreContext);
    stateStoreContext.register(root, (key, value) -> {});
    open = true;
  }

  @Override
  public void flushCache() {
    ProcessorNode<?, ?, ?, ?> before = context.currentNode();
    context.setCurrentNode(node);
    try {
      work.run();
    } finally {
      context.setCurrentNode(before);
    }
  }

  @Override
  public boolean setFlushListener(CacheFlushListener<Void, Void> listener, boolean sendOld) {
    return false;
  }

  /** What was held belongs to a transaction that is aborted, and its records are read again. */
  @Override
  public void clearCache() {
    work = () -> {};
  }

  @Override
  public void close() {
    work = () -> {};
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Makes one for each task. */
  static final class Builder implements StoreBuilder<CommitHook> {
    @Override
    public CommitHook build() {
      return new CommitHook();
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }

    @Override
    public StoreBuilder<CommitHook> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<CommitHook> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<CommitHook> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("there is nothing to log");
    }

    @Override
    public StoreBuilder<CommitHook> withLoggingDisabled() {
      return this;
    }
  }
}
