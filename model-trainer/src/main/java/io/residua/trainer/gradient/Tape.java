package io.residua.trainer.gradient;

import io.residua.detector.network.MatrixProduct;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers what was computed, to go back over it. One step: make nodes, call {@link #backward} on
 * the loss, use the parameters' gradients, {@link #clear}. Arrays of nodes are used again after
 * that.
 */
public final class Tape {
  private final Buffers buffers = new Buffers();
  private final List<Node> nodes = new ArrayList<>();
  private final MatrixProduct kernel = MatrixProduct.best();
  private final Products products = new Products(kernel);
  private final Distances distances = new Distances(kernel);
  private final boolean remembers;

  public Tape() {
    this(true);
  }

  private Tape(boolean remembers) {
    this.remembers = remembers;
  }

  /** One that nobody goes back over: what only gradients would need is not kept. */
  public static Tape withoutGradients() {
    return new Tape(false);
  }

  /**
   * A matrix that nothing is differentiated by.
   *
   * @param values {@code rows × columns}, row-major; not copied, and to be left as they are until
   *     {@link #clear}
   */
  public Node constant(int rows, int columns, float[] values) {
    return new Node(this, rows, columns, values, false);
  }

  /** A constant of whole rows. */
  public Node constant(int columns, float[] values) {
    return constant(values.length / columns, columns, values);
  }

  /** A 1 × 1 constant. */
  public Node constant(double value) {
    return constant(1, 1, new float[] {(float) value});
  }

  /** A parameter as it is now; its gradient is added to. */
  public Node variable(Parameter parameter) {
    Node node =
        new Node(this, parameter.rows(), parameter.columns(), parameter.values(), remembers);
    node.gradientIs(parameter.gradient());
    return node;
  }

  /**
   * Adds the gradients of a number by every parameter that it was made of.
   *
   * @param loss 1 × 1
   */
  public void backward(Node loss) {
    if (!remembers) {
      throw new IllegalStateException("expected a tape with gradients, got one without");
    }
    if (loss.rows() != 1 || loss.columns() != 1) {
      throw new IllegalArgumentException(
          "expected one number, got %d × %d".formatted(loss.rows(), loss.columns()));
    }
    loss.gradient()[0] += 1f;
    for (int i = nodes.size() - 1; i >= 0; i--) {
      nodes.get(i).back();
    }
  }

  /** Forgets all nodes. */
  public void clear() {
    nodes.clear();
    buffers.release();
  }

  /**
   * A node that operations fill.
   *
   * @param of what it is computed from
   */
  Node result(int rows, int columns, Node... of) {
    boolean differentiable = false;
    for (Node node : of) {
      differentiable |= node.differentiable();
    }
    float[] values = buffers.any(Math.multiplyExact(rows, columns));
    Node node = new Node(this, rows, columns, values, differentiable);
    if (differentiable) {
      nodes.add(node);
    }
    return node;
  }

  Buffers buffers() {
    return buffers;
  }

  MatrixProduct kernel() {
    return kernel;
  }

  Products products() {
    return products;
  }

  Distances distances() {
    return distances;
  }
}
