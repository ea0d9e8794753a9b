package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedStatesTest {
  private final CachedStates states =
      new CachedStates(Stores.inMemoryKeyValueStore("states").get(), new CacheBudget(1 << 20));
  private final List<String> logged = new ArrayList<>();

  @BeforeEach
  void readTheChangelog() {
    states.logTo(
        (key, state) ->
            logged.add(
                new String(key.get(), StandardCharsets.UTF_8)
                    + "="
                    + (state == null ? "" : new String(state, StandardCharsets.UTF_8))));
  }

  @Test
  void theFirstChangeIsLoggedAtOnceAndTheOthersAtTheCommitEachKeyOnce() {
    put("a", "1");
    assertThat(logged).containsExactly("a=1");

    put("b", "1");
    put("a", "2");
    put("b", "2");
    assertThat(logged).containsExactly("a=1");

    states.flushCache();
    assertThat(logged).containsExactly("a=1", "b=2", "a=2");
  }

  @Test
  void eachCommitHasAFirstChange() {
    put("a", "1");
    states.flushCache();
    states.remove("a");

    assertThat(logged).containsExactly("a=1", "a=");
  }

  @Test
  void theLatestStateIsReadWhetherItIsLoggedOrNot() {
    put("a", "1");
    put("b", "1");
    put("a", "2");
    states.remove("b");

    assertThat(states.get("a")).asString().isEqualTo("2");
    assertThat(states.get("b")).isNull();

    states.flushCache();
    assertThat(states.get("a")).asString().isEqualTo("2");
    assertThat(states.get("b")).isNull();
  }

  @Test
  void aStateAskedForAtTheCommitIsLoggedWhereItIsNew() {
    states.atCommit("count", () -> bytes("7"));

    states.flushCache();
    states.flushCache();

    assertThat(logged).containsExactly("count=7");
  }

  private void put(String key, String state) {
    states.put(key, bytes(state));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
