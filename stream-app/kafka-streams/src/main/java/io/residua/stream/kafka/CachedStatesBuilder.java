package io.residua.stream.kafka;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds the stores of one name, one a task, always with a changelog and our cache. */
final class CachedStatesBuilder implements StoreBuilder<CachedStates> {
  /**
   * A broker refuses changes with the time stamp of a record from beyond its clock; nobody reads
   * the time stamps of a changelog.
   */
  private static final Map<String, String> CHANGELOG =
      Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

  private final KeyValueBytesStoreSupplier stores;
  private final CacheBudget budget;

  CachedStatesBuilder(KeyValueBytesStoreSupplier supplier, CacheBudget budget) {
    this.stores = supplier;
    this.budget = budget;
  }

  @Override
  public CachedStates build() {
    return new CachedStates(stores.get(), budget);
  }

  @Override
  public String name() {
    return stores.name();
  }

  @Override
  public Map<String, String> logConfig() {
    return CHANGELOG;
  }

  @Override
  public boolean loggingEnabled() {
    return true;
  }

  @Override
  public StoreBuilder<CachedStates> withCachingEnabled() {
    return this;
  }

  /** Kafka Streams asks for this where its own cache has no memory; it is ours that is used. */
  @Override
  public StoreBuilder<CachedStates> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<CachedStates> withLoggingEnabled(Map<String, String> config) {
    throw new UnsupportedOperationException("the changelog's settings are fixed");
  }

  @Override
  public StoreBuilder<CachedStates> withLoggingDisabled() {
    throw new UnsupportedOperationException("states without a changelog would be lost");
  }
}
