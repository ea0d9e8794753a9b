package io.residua.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestedTypeTest {
  @Test
  void readsNamesAndTypesOfEveryField() {
    String type =
        "STRUCT(a BIGINT, \"b, \"\"c\" STRUCT(x VARCHAR, y DECIMAL(5,2))[], e ENUM('p, q', 'r)'))";

    Map<String, String> fields = NestedType.fields(type);

    assertThat(fields.keySet()).containsExactly("a", "b, \"c", "e");
    assertThat(fields.values())
        .containsExactlyElementsOf(
            List.of("BIGINT", "STRUCT(x VARCHAR, y DECIMAL(5,2))[]", "ENUM('p, q', 'r)')"));
  }

  @Test
  void aListOfRecordsIsNoRecord() {
    assertThat(NestedType.isRecord("STRUCT(a BIGINT)")).isTrue();
    assertThat(NestedType.isRecord("STRUCT(a BIGINT)[]")).isFalse();
    assertThat(NestedType.isRecord("BIGINT")).isFalse();
  }
}
