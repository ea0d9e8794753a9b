package io.residua.stream.kafka;

import io.residua.detector.Detector;
import io.residua.detector.alert.AlertPolicy;
import io.residua.stream.Place;
import io.residua.stream.Route;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of a job's states, each with a changelog topic. Where only anomalies need a state of
 * the alert policy, these few are in memory, so that a detector without keyed features starts
 * without RocksDB.
 */
final class PlaceStores {
  private final Detector detector;
  private final StateSettings settings;
  private final CacheBudget cache;

  PlaceStores(Detector detector, StateSettings settings) {
    this.detector = detector;
    this.settings = settings;
    this.cache = new CacheBudget((long) settings.cacheMebibytes() << 20);
  }

  Set<StoreBuilder<?>> of(Place place) {
    Set<StoreBuilder<?>> builders = new LinkedHashSet<>();
    place.stage().ifPresent(stage -> builders.add(store(Place.storeOf(stage), onDisk())));
    if (place.alerts()) {
      builders.add(store(Place.ALERT_STORE, onDisk() && everyKeyAlerts()));
    }
    if (place.keepsBudget(detector)) {
      builders.add(store(Place.BUDGET_STORE, false));
    }
    if (place.holds(detector)) {
      builders.add(new CommitHook.Builder());
    }
    return builders;
  }

  /** Whether any store needs a directory. */
  boolean needDirectory() {
    boolean keyed = Route.of(detector).stream().anyMatch(place -> place.stage().isPresent());
    return onDisk() && (keyed || everyKeyAlerts());
  }

  private boolean onDisk() {
    return settings.store() == StateSettings.Store.ROCKSDB;
  }

  private boolean everyKeyAlerts() {
    return AlertPolicy.of(detector.name(), detector.definition().alerts()).needsState(false);
  }

  private StoreBuilder<?> store(String name, boolean onDisk) {
    return new CachedStatesBuilder(
        onDisk ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name), cache);
  }
}
