package io.residua.cli.command;

import io.residua.cli.option.DataOptions;
import io.residua.trainer.data.DataSelection;

/** Options as the trainer's selection of data. */
final class Selections {
  private Selections() {}

  static DataSelection of(DataOptions options) {
    return new DataSelection(options.file(), options.query(), options.where());
  }
}
