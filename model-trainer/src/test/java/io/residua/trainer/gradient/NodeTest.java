package io.residua.trainer.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Activation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NodeTest {
  private final SplittableRandom random = new SplittableRandom(7);

  /** Values away from 0, where some of them have no derivative. */
  private Parameter parameter(int rows, int columns) {
    return Parameter.drawn(rows, columns, () -> (random.nextBoolean() ? 1 : -1) * positive());
  }

  private double positive() {
    return 0.3 + random.nextDouble();
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        function("exponential", Node::exponential),
        function("squared", Node::squared),
        function("absolute", Node::absolute),
        function("softplus", Node::softplus),
        function("at least", node -> node.atLeast(0.1)),
        function("scaled", node -> node.scaled(-2.5)),
        function("shifted", node -> node.shifted(3)),
        function("row sums", Node::rowSums),
        function("column sums", Node::columnSums),
        function("column means", Node::columnMeans),
        function("sum", Node::sum),
        function("mean", Node::mean),
        function("log of a sum of exponentials", Node::logSumExponentials),
        function("softmax", Node::softmax),
        function("transposed", Node::transposed),
        function("columns", node -> node.columns(1, 3)),
        function("selected", node -> node.selected(2, -1, 0, 2)),
        function("rows", node -> node.rows(1, 3)),
        function("repeated", node -> node.repeated(3)),
        function("reshaped", node -> node.reshaped(2, 6)),
        function("beside itself", node -> node.beside(node)),
        function("above itself", node -> node.above(node)));
  }

  private static Arguments function(String name, UnaryOperator<Node> function) {
    return Arguments.of(name, function);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void functionsHaveTheGradientOfTheirDifferences(String name, UnaryOperator<Node> function) {
    Parameter x = parameter(3, 4);

    GradientCheck.agrees(List.of(x), tape -> weighted(function.apply(tape.variable(x))));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void activationsHaveTheGradientOfTheirDifferences(Activation activation) {
    Parameter x = parameter(3, 4);

    GradientCheck.agrees(List.of(x), tape -> weighted(tape.variable(x).activated(activation)));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void slopesAreTheDifferencesOfActivations(Activation activation) {
    Parameter x = parameter(3, 4);
    Tape tape = new Tape();
    Node value = tape.variable(x).activated(activation);
    tape.backward(value.sum());

    assertThat(value.slope(activation).values()).containsExactly(x.gradient(), within(1e-6f));
    GradientCheck.agrees(
        List.of(x), other -> weighted(other.variable(x).activated(activation).slope(activation)));
  }

  @Test
  void logarithmAndRootHaveTheGradientOfTheirDifferences() {
    Parameter x = Parameter.drawn(3, 4, this::positive);

    GradientCheck.agrees(List.of(x), tape -> weighted(tape.variable(x).logarithm()));
    GradientCheck.agrees(List.of(x), tape -> weighted(tape.variable(x).squareRoot()));
    GradientCheck.agrees(List.of(x), tape -> weighted(tape.variable(x).entropies()));
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair("plus", Node::plus),
        pair("minus", Node::minus),
        pair("times", Node::times),
        pair("over", Node::over));
  }

  private static Arguments pair(String name, BinaryOperator<Node> function) {
    return Arguments.of(name, function);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void pairsHaveTheGradientOfTheirDifferencesWhateverIsRepeated(
      String name, BinaryOperator<Node> function) {
    Parameter left = parameter(3, 4);
    for (int rows : new int[] {1, 3}) {
      for (int columns : new int[] {1, 4}) {
        Parameter right = parameter(rows, columns);

        GradientCheck.agrees(
            List.of(left, right),
            tape -> weighted(function.apply(tape.variable(left), tape.variable(right))),
            5e-2);
      }
    }
  }

  @Test
  void productsHaveTheGradientOfTheirDifferences() {
    Parameter left = parameter(3, 4);
    Parameter right = parameter(4, 2);
    Parameter bias = parameter(1, 2);

    GradientCheck.agrees(
        List.of(left, right), tape -> weighted(tape.variable(left).product(tape.variable(right))));
    GradientCheck.agrees(
        List.of(left, right, bias),
        tape -> weighted(tape.variable(left).affine(tape.variable(right), tape.variable(bias))));
  }

  @Test
  void distancesHaveTheGradientOfTheirDifferences() {
    Parameter left = parameter(3, 4);
    Parameter right = parameter(5, 4);

    GradientCheck.agrees(
        List.of(left, right),
        tape -> weighted(tape.variable(left).squaredDistances(tape.variable(right))),
        5e-2);
    GradientCheck.agrees(
        List.of(left),
        tape -> weighted(tape.variable(left).squaredDistances(tape.variable(left))),
        5e-2);
  }

  @Test
  void distancesAreThoseBetweenRows() {
    Tape tape = new Tape();
    Node left = tape.constant(2, new float[] {0, 0, 3, 4});

    Node distances = left.squaredDistances(tape.constant(2, new float[] {0, 0, 3, 0, 0, 4}));

    assertThat(distances.rows()).isEqualTo(2);
    assertThat(distances.values()).startsWith(0, 9, 16, 25, 16, 9);
  }

  @Test
  void inverseMultiquadricsHaveTheGradientOfTheirDifferences() {
    Parameter x = Parameter.drawn(3, 4, this::positive);

    GradientCheck.agrees(
        List.of(x), tape -> weighted(tape.variable(x).inverseMultiquadrics(0.7f, 2f)));
  }

  @Test
  void whatIsUsedTwiceGetsBothGradients() {
    Parameter x = parameter(2, 2);

    GradientCheck.agrees(
        List.of(x),
        tape -> {
          Node once = tape.variable(x);
          return weighted(once.times(once).plus(tape.variable(x)));
        });
  }

  @Test
  void nothingGoesBackThroughADetachedNode() {
    Parameter x = parameter(2, 2);
    Tape tape = new Tape();

    tape.backward(tape.variable(x).detached().squared().sum().plus(tape.variable(x).sum()));

    assertThat(x.gradient()).containsOnly(1f);
  }

  @Test
  void aStepIsNotDisturbedByWhatAnEarlierOneLeft() {
    Parameter x = parameter(3, 3);
    Tape tape = new Tape();
    tape.backward(tape.variable(x).exponential().sum());
    float[] first = x.gradient().clone();
    tape.clear();
    new Parameters(List.of(x)).clearGradients();

    tape.backward(tape.variable(x).exponential().sum());

    assertThat(x.gradient()).isEqualTo(first);
  }

  @Test
  void largeNumbersDoNotOverflow() {
    Node x = new Tape().constant(1, 2, new float[] {500, 499});

    assertThat(x.logSumExponentials().value()).isBetween(500f, 501f);
    assertThat(x.softplus().values()).containsExactly(500, 499);
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    Tape tape = new Tape();
    Node x = tape.constant(2, 3, new float[6]);

    assertThatThrownBy(() -> x.product(x)).hasMessage("expected 3 rows on the right, got 2");
    assertThatThrownBy(() -> x.plus(tape.constant(3, 2, new float[6])))
        .hasMessage("expected 2 × 3, or one row or column of it, got 3 × 2");
    assertThatThrownBy(() -> tape.backward(x)).hasMessage("expected one number, got 2 × 3");
  }

  /** One number in which every element counts differently. */
  private static Node weighted(Node node) {
    float[] weights = new float[node.values().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 0.1f * (i + 1) * (i % 2 == 0 ? 1 : -1);
    }
    return node.times(node.tape().constant(node.rows(), node.columns(), weights)).sum();
  }
}
