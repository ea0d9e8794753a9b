package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;

/**
 * The mean cross-entropy of known classes, {@code −ln softmax(y)_c}, whose clusters are the first
 * ones (Makhzani et al., "Adversarial Autoencoders", 2016, section 2.4, "semi-supervised
 * classification phase"). Rows of an unknown class take no part.
 *
 * @param classes how many, at most as many as there are clusters
 */
record ClassEntropy(int classes) implements LossTerm {
  @Override
  public Node of(Pass pass) {
    Step step = pass.step();
    Node logits = pass.code().logits().orElseThrow();
    float[] ofClass = new float[logits.values().length];
    float[] known = new float[logits.rows()];
    int count = 0;
    for (int row = 0; row < known.length; row++) {
      int number = step.classOf(row);
      if (number >= 0 && number < classes) {
        ofClass[row * logits.columns() + number] = 1;
        known[row] = 1;
        count++;
      }
    }
    Node picked = logits.times(step.tape().constant(logits.columns(), ofClass)).rowSums();
    Node entropies = logits.logSumExponentials().minus(picked);
    return entropies.times(step.tape().constant(1, known)).sum().scaled(1.0 / Math.max(1, count));
  }
}
