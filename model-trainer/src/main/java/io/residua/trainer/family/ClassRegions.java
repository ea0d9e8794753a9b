package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.Optional;

/**
 * A region of the latent space for each class (Makhzani et al., "Adversarial Autoencoders", 2016,
 * section 2.3): their centres lie on a circle of the first two latent numbers, or on a line where
 * there is one, and neighbours are six standard deviations apart; other latent numbers are standard
 * normal. The discriminator is told each row's class, and that of an unknown one as a class more,
 * for which any region will do.
 *
 * @param classes how many, at least 1
 */
record ClassRegions(int classes) implements LatentPrior {
  private static final double ALONE = 0.5;
  private static final double RADIUS = 4;
  private static final double DEVIATIONS_BETWEEN = 6;

  @Override
  public Node draw(Step step, int rows, int latent) {
    Node drawn = step.normal(rows, latent);
    float[] values = drawn.values().clone();
    for (int row = 0; row < rows; row++) {
      int column = column(step, row);
      int region = column == classes ? step.random().nextInt(classes) : column;
      place(values, row * latent, latent, region);
    }
    return step.tape().constant(latent, values);
  }

  private void place(float[] values, int from, int latent, int region) {
    double deviation = deviation(latent);
    for (int i = 0; i < Math.min(2, latent); i++) {
      values[from + i] = (float) (centre(region, latent, i) + deviation * values[from + i]);
    }
  }

  /**
   * @param coordinate 0 or 1
   */
  double centre(int region, int latent, int coordinate) {
    if (classes == 1) {
      return 0;
    }
    if (latent == 1) {
      return RADIUS * (2.0 * region / (classes - 1) - 1);
    }
    double angle = 2 * Math.PI * region / classes;
    return RADIUS * (coordinate == 0 ? Math.cos(angle) : Math.sin(angle));
  }

  /** Of the coordinates in which regions lie apart, at most 1. */
  double deviation(int latent) {
    double apart =
        latent == 1 ? 2 * RADIUS / (classes - 1) : 2 * RADIUS * Math.sin(Math.PI / classes);
    return classes == 1 ? 1 : Math.min(1, apart / DEVIATIONS_BETWEEN);
  }

  /** One column a class, and one for unknown ones. */
  @Override
  public Optional<Node> labels(Step step) {
    float[] labels = new float[step.rows() * (classes + 1)];
    for (int row = 0; row < step.rows(); row++) {
      labels[row * (classes + 1) + column(step, row)] = 1;
    }
    return Optional.of(step.tape().constant(classes + 1, labels));
  }

  /**
   * Rows of known classes alone count in the first half of a training. Else all the others settle
   * in regions first, as likely in wrong ones, and few known ones could not move them any more.
   */
  @Override
  public Optional<Node> weights(Step step) {
    if (step.done() >= ALONE) {
      return Optional.empty();
    }
    float[] weights = new float[step.rows()];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = column(step, row) == classes ? 0 : 1;
    }
    return Optional.of(step.tape().constant(1, weights));
  }

  /** A row's class; the last column's where it is unknown, or was not trained with. */
  private int column(Step step, int row) {
    int number = step.classOf(row);
    return number < 0 || number >= classes ? classes : number;
  }
}
