package io.residua.benchmarks.experiments;

import java.nio.file.Path;
import java.util.List;

/**
 * What experiments are run with.
 *
 * @param data folder of the data
 * @param pictures folder that pictures are written to
 * @param full whether with all images and the papers' sizes of networks
 * @param seed of every random choice
 */
record Setting(Path data, Path pictures, boolean full, long seed) {
  Path mnist() {
    return data.resolve("mnist");
  }

  /** Hidden layers of an encoder of images. */
  List<Integer> hidden() {
    return full ? List.of(1000, 500, 250) : List.of(256, 64);
  }

  /** How many of something, in this size of experiment. */
  int size(int small, int large) {
    return full ? large : small;
  }
}
