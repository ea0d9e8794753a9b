package io.residua.cli.command;

import io.residua.cli.option.Choice;
import java.util.List;

/** What a job runs on. */
enum Engine {
  KAFKA_STREAMS;

  /** Its spelling on the command line. */
  @Override
  public String toString() {
    return "kafka-streams";
  }

  /** Reads an engine's name. */
  static final class Converter extends Choice<Engine> {
    Converter() {
      super(List.of(Engine.values()));
    }
  }
}
