package io.residua.benchmarks.quality;

import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.trainer.ModelTrainer;
import io.residua.trainer.TrainingRequest;
import io.residua.trainer.data.DataException;
import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.evaluate.Evaluator;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;
import java.util.List;
import java.util.Optional;

/**
 * Trains one family on one data set and evaluates what came out.
 *
 * @param row how well it detects
 * @param budgets how well it keeps budgets
 */
record QualityRun(QualityRow row, List<BudgetRow> budgets) {

  /** What follows the name of a family with a supervised head. */
  private static final String HEAD = "+head";

  /** Shows what family auto tries. */
  private static final TrainingListener TRIALS =
      new TrainingListener() {
        @Override
        public void row(String line) {
          System.out.println("  " + line);
        }
      };

  /**
   * @param trials how many further candidates family auto tries
   * @param leastRows empty is returned for a table with fewer rows that train and test
   */
  static Optional<QualityRun> of(
      Dataset dataset,
      String family,
      long seed,
      Optional<String> time,
      Optional<Integer> recalibrate,
      Optional<Integer> trials,
      int leastRows)
      throws DataException, QualityException, TrainingException {
    LabelledTable table =
        LabelledTable.read(
            dataset, model(family) + trials.map(", trials: %d"::formatted).orElse(""), seed, time);
    if (table.train().rows() + table.test().rows() < leastRows) {
      return Optional.empty();
    }
    TrainingRequest request =
        TrainingRequest.of(table.definition(), table.train()).withSeed(seed).withListener(TRIALS);
    long start = System.nanoTime();
    ModelBundle model =
        ModelTrainer.train(table.labels().map(request::withLabels).orElse(request)).bundle(1);
    double seconds = (System.nanoTime() - start) / 1e9;
    Evaluation evaluation =
        Evaluator.evaluate(new Detector(model), table.test(), table.testLabels());
    List<BudgetRow> budgets =
        BudgetRow.of(
            dataset.name(),
            family,
            seed,
            model.global().calibration(),
            evaluation.scores(),
            recalibrate);
    return Optional.of(
        new QualityRun(row(dataset, family, seed, table, model, evaluation, seconds), budgets));
  }

  /** What a definition says of a family, which may have a head. */
  private static String model(String family) {
    return family.endsWith(HEAD)
        ? family.substring(0, family.length() - HEAD.length()) + ", head: supervised"
        : family;
  }

  private static QualityRow row(
      Dataset dataset,
      String family,
      long seed,
      LabelledTable table,
      ModelBundle model,
      Evaluation evaluation,
      double seconds) {
    return new QualityRow(
        dataset.name(),
        family,
        seed,
        table.train().rows(),
        table.test().rows(),
        model.features().width(),
        evaluation.aucRoc(),
        evaluation.aucPr(),
        evaluation.falseAlarmRate(),
        evaluation.budget(),
        seconds,
        model.global().network().multiplyAdds() + model.global().score().multiplyAdds());
  }
}
