package io.residua.benchmarks.experiments;

import io.residua.trainer.train.TrainingException;
import java.io.IOException;

/** The experiments, in the order in which they are told. */
enum Experiment {
  CLASSIFICATION("Classes from latent vectors") {
    @Override
    String run(Setting setting) throws IOException, TrainingException {
      return ClassificationTable.of(setting);
    }
  },
  REDUCTION("Thirty numbers an image") {
    @Override
    String run(Setting setting) throws IOException, TrainingException {
      return ReductionTable.of(setting);
    }
  },
  WALK("Images from a prior") {
    @Override
    String run(Setting setting) throws IOException, TrainingException {
      return LatentWalk.of(setting);
    }
  },
  PRIOR("Latent vectors beside the prior") {
    @Override
    String run(Setting setting) throws IOException, TrainingException {
      return PriorMatching.of(setting);
    }
  };

  private final String title;

  Experiment(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** What came out, in Markdown. */
  abstract String run(Setting setting) throws IOException, TrainingException;
}
