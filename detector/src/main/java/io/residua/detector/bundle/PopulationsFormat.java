package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.history.FittedKey;
import io.residua.detector.history.FittedPopulations;
import io.residua.detector.history.Population;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code populations.json}: what keys begin with, by the name of the keyed number. */
final class PopulationsFormat {
  private static final String ALL = "all";
  private static final String COHORTS = "cohorts";
  private static final String KEYS = "keys";

  private PopulationsFormat() {}

  static byte[] write(FittedPopulations populations) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    populations
        .sorted()
        .forEach(
            (name, fitted) -> {
              ObjectNode json = root.putObject(name);
              write(fitted.all(), json.putObject(ALL));
              ObjectNode cohorts = json.putObject(COHORTS);
              new TreeMap<>(fitted.cohorts())
                  .forEach((cohort, population) -> write(population, cohorts.putObject(cohort)));
              if (!fitted.keys().isEmpty()) {
                ObjectNode keys = json.putObject(KEYS);
                new TreeMap<>(fitted.keys()).forEach((key, own) -> write(own, keys.putObject(key)));
              }
            });
    return JsonText.pretty(root);
  }

  private static void write(FittedKey key, ObjectNode json) {
    json.put("mean", key.mean()).put("deviation", key.deviation()).put("events", key.events());
  }

  private static void write(Population population, ObjectNode json) {
    json.put("mean", population.mean()).put("deviation", population.deviation());
  }

  static FittedPopulations read(byte[] json) throws BundleException {
    StrictObject root = StrictObject.parse(BundleFormat.POPULATIONS, json);
    Map<String, FittedPopulations.OfField> byName = new HashMap<>();
    for (Map.Entry<String, StrictObject> entry : root.objectsByName().entrySet()) {
      byName.put(entry.getKey(), fitted(entry.getValue()));
    }
    return new FittedPopulations(byName);
  }

  private static FittedPopulations.OfField fitted(StrictObject json) throws BundleException {
    Population all = population(json.object(ALL));
    Map<String, Population> cohorts = new HashMap<>();
    for (Map.Entry<String, StrictObject> entry : json.object(COHORTS).objectsByName().entrySet()) {
      cohorts.put(entry.getKey(), population(entry.getValue()));
    }
    Map<String, FittedKey> keys = new HashMap<>();
    if (json.has(KEYS)) {
      for (Map.Entry<String, StrictObject> entry : json.object(KEYS).objectsByName().entrySet()) {
        keys.put(entry.getKey(), key(entry.getValue()));
      }
    }
    json.done();
    return new FittedPopulations.OfField(all, cohorts, keys);
  }

  private static FittedKey key(StrictObject json) throws BundleException {
    double deviation = json.number("deviation");
    if (deviation < 0) {
      throw new BundleException(
          BundleFormat.POPULATIONS + ": expected a deviation from 0, found " + deviation);
    }
    FittedKey key =
        new FittedKey(json.number("mean"), deviation, json.integer("events", 1, Integer.MAX_VALUE));
    json.done();
    return key;
  }

  private static Population population(StrictObject json) throws BundleException {
    Population population = new Population(json.number("mean"), json.number("deviation"));
    json.done();
    return population;
  }
}
