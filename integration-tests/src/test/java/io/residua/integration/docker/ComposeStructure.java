package io.residua.integration.docker;

import static io.residua.integration.docker.ComposeFile.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The part of the compose specification (compose-spec.io, "Compose file reference") that our file
 * uses, as strictly as its schema: a key that is not listed, or a value of another type, is wrong.
 */
final class ComposeStructure {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]+");
  private static final Pattern PORT =
      Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+:)?\\d+:\\d+(/(tcp|udp))?");
  private static final Pattern VOLUME = Pattern.compile("[^:]+:/[^:]+(:(ro|rw))?");
  private static final Pattern DURATION = Pattern.compile("(\\d+(us|ms|s|m|h))+");
  private static final Pattern SIZE = Pattern.compile("\\d+[bkmgBKMG]?[bB]?");
  private static final Pattern RESTART =
      Pattern.compile("no|always|on-failure(:\\d+)?|unless-stopped");
  private static final Pattern CONDITION =
      Pattern.compile("service_started|service_healthy|service_completed_successfully");

  private static final Map<String, Predicate<Object>> ROOT =
      Map.of(
          "name", text("[a-z0-9][a-z0-9_-]*"),
          "services", mapOf(ComposeStructure::isService),
          "volumes", mapOf(value -> value == null));

  private static final Map<String, Predicate<Object>> SERVICE =
      Map.ofEntries(
          Map.entry("image", text(".+:?.*")),
          Map.entry("build", value -> matches(value, BuildKeys.KEYS)),
          Map.entry("command", listOf(text("[\\s\\S]+"))),
          Map.entry("environment", mapOf(value -> value instanceof String)),
          Map.entry("ports", listOf(text(PORT))),
          Map.entry("volumes", listOf(text(VOLUME))),
          Map.entry("healthcheck", value -> matches(value, HealthKeys.KEYS)),
          Map.entry("depends_on", mapOf(value -> matches(value, DependsKeys.KEYS))),
          Map.entry("profiles", listOf(text(NAME))),
          Map.entry("restart", text(RESTART)),
          Map.entry("stop_grace_period", text(DURATION)),
          Map.entry("read_only", value -> value instanceof Boolean),
          Map.entry("tmpfs", listOf(text("/.+"))),
          Map.entry("mem_limit", text(SIZE)));

  private ComposeStructure() {}

  /** Paths of everything that is wrong. */
  static List<String> problems(Map<String, Object> root) {
    List<String> problems = new ArrayList<>(problems("", root, ROOT));
    if (root.get("services") instanceof Map<?, ?> services) {
      services.forEach(
          (name, service) -> problems.addAll(problems(name + ".", map(service), SERVICE)));
    }
    return problems;
  }

  private static List<String> problems(
      String path, Map<String, Object> given, Map<String, Predicate<Object>> keys) {
    List<String> problems = new ArrayList<>();
    given.forEach(
        (key, value) -> {
          if (!keys.containsKey(key)) {
            problems.add(path + key + ": not a key here");
          } else if (!keys.get(key).test(value)) {
            problems.add(path + key + ": " + value + " is no value of it");
          }
        });
    return problems;
  }

  private static boolean matches(Object value, Map<String, Predicate<Object>> keys) {
    return value instanceof Map<?, ?> && problems("", map(value), keys).isEmpty();
  }

  private static boolean isService(Object value) {
    return value instanceof Map<?, ?> service
        && (service.containsKey("image") || service.containsKey("build"));
  }

  private static Predicate<Object> text(String pattern) {
    return text(Pattern.compile(pattern));
  }

  private static Predicate<Object> text(Pattern pattern) {
    return value -> value instanceof String text && pattern.matcher(text).matches();
  }

  private static Predicate<Object> listOf(Predicate<Object> element) {
    return value ->
        value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(element::test);
  }

  private static Predicate<Object> mapOf(Predicate<Object> element) {
    return value ->
        value instanceof Map<?, ?> entries
            && entries.keySet().stream().allMatch(key -> NAME.matcher(key.toString()).matches())
            && entries.values().stream().allMatch(element::test);
  }

  private static final class BuildKeys {
    static final Map<String, Predicate<Object>> KEYS =
        Map.of("context", text(".+"), "dockerfile", text(".+"), "target", text(NAME));
  }

  private static final class HealthKeys {
    static final Map<String, Predicate<Object>> KEYS =
        Map.of(
            "test", listOf(text(".+")),
            "interval", text(DURATION),
            "timeout", text(DURATION),
            "retries", value -> value instanceof Integer);
  }

  private static final class DependsKeys {
    static final Map<String, Predicate<Object>> KEYS = Map.of("condition", text(CONDITION));
  }
}
