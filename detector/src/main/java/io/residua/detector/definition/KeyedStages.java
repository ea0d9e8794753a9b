package io.residua.detector.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which an event visits its keys: numbers of one key are made together, and a number
 * that reads another one comes after it. The event's own key is as late as that allows, because the
 * event is scored where its own key is.
 */
public final class KeyedStages {
  private KeyedStages() {}

  /**
   * The numbers of one key.
   *
   * @param by the key's fields
   * @param numbers in the definition's order
   */
  public record Stage(List<String> by, List<KeyedSpec> numbers) {
    public Stage {
      by = List.copyOf(by);
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * @throws IllegalArgumentException when keys read each other's numbers in a circle
   */
  public static List<Stage> of(DetectorDefinition definition) {
    List<String> own = definition.input().key().map(List::of).orElse(List.of());
    List<Stage> stages = of(definition.keyed(), own);
    boolean missing = stages.stream().noneMatch(stage -> stage.by().equals(own));
    if (definition.calibration().smooth().isEmpty() || own.isEmpty() || !missing) {
      return stages;
    }
    // Scores are smoothed where the event's own key is, whether or not it makes numbers.
    List<Stage> withOwn = new ArrayList<>(stages);
    withOwn.add(new Stage(own, List.of()));
    return List.copyOf(withOwn);
  }

  static List<Stage> of(List<KeyedSpec> numbers, List<String> own) {
    Map<List<String>, List<KeyedSpec>> byKey = new LinkedHashMap<>();
    numbers.forEach(
        number -> byKey.computeIfAbsent(number.by(), key -> new ArrayList<>()).add(number));
    Map<String, List<String>> keyOfName =
        numbers.stream()
            .collect(Collectors.toMap(KeyedSpec::name, KeyedSpec::by, (one, other) -> one));
    List<Stage> stages = new ArrayList<>();
    Set<List<String>> done = new HashSet<>();
    while (stages.size() < byKey.size()) {
      List<String> next = next(byKey, keyOfName, done, own);
      done.add(next);
      stages.add(new Stage(next, byKey.get(next)));
    }
    return List.copyOf(stages);
  }

  private static List<String> next(
      Map<List<String>, List<KeyedSpec>> byKey,
      Map<String, List<String>> keyOfName,
      Set<List<String>> done,
      List<String> own) {
    List<List<String>> ready =
        byKey.keySet().stream()
            .filter(by -> !done.contains(by))
            .filter(by -> byKey.get(by).stream().allMatch(each -> isReady(each, keyOfName, done)))
            .toList();
    if (ready.isEmpty()) {
      throw new IllegalArgumentException(
          "keyed features read each other's numbers in a circle: "
              + byKey.keySet().stream().filter(by -> !done.contains(by)).toList());
    }
    return ready.stream().filter(by -> !by.equals(own)).findFirst().orElse(ready.get(0));
  }

  private static boolean isReady(
      KeyedSpec number, Map<String, List<String>> keyOfName, Set<List<String>> done) {
    List<String> read = number.field().map(keyOfName::get).orElse(null);
    return read == null || read.equals(number.by()) || done.contains(read);
  }
}
