package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;

/**
 * A layer in training that reads a sequence, step by step in columns, and passes the features
 * behind it through.
 */
interface SequenceLayer {
  /**
   * @param arranged rows × (steps · channels + passing)
   * @return what it makes of the sequence, beside what passes through
   */
  Node of(Tape tape, Node arranged);

  Parameters parameters();

  /** This layer as data. */
  Layer exported();

  /** What was made of a sequence beside the features behind it. */
  static Node beside(Node made, Node arranged, int passing) {
    int width = arranged.columns();
    return passing == 0 ? made : made.beside(arranged.columns(width - passing, width));
  }
}
