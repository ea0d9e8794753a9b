package io.residua.trainer;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.score.FeatureScaling;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.trial.TrialBudget;
import io.residua.trainer.trial.TrialRows;

/**
 * Family {@code auto}: fits its {@link AutoRecipe} and, where the definition gives a budget, tries
 * {@link Candidates} beside it.
 */
final class AutoFitter {
  private final TrainingRequest request;
  private final ModelSpec spec;
  private final FeatureMatrix training;
  private final FeatureMatrix heldOut;
  private final Judges choosing;

  /** Parameters as those of {@link ModelFitter}. */
  AutoFitter(
      TrainingRequest request,
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      Judges choosing) {
    this.request = request;
    this.spec = spec;
    this.training = training;
    this.heldOut = heldOut;
    this.choosing = choosing;
  }

  FittedPart fit() throws TrainingException {
    TrialBudget budget = new TrialBudget(spec.trials(), System::nanoTime);
    AutoRecipe recipe = AutoRecipe.of(training.width(), spec.maxCost());
    FeatureScaling scaling =
        FeatureScaling.of(training.width(), training.values(), training.observed());
    RecipeFitter own = recipeFitter(recipe, scaling);
    if (!budget.any()) {
      return own.fit(request.seed(), request.listener()).values().iterator().next();
    }
    CandidateFitter candidates =
        new CandidateFitter(request, spec, training, heldOut, scaling, recipe);
    return new Trials(request, heldOut, choosing, scaling, budget)
        .best(
            own,
            Candidates.of(spec, recipe.hidden(), training.width()).stream()
                .filter(candidates::isAffordable)
                .map(candidates::contender)
                .iterator());
  }

  private RecipeFitter recipeFitter(AutoRecipe recipe, FeatureScaling scaling) {
    TrialRows rows =
        TrialRows.of(heldOut, choosing.heldOut(), scaling, choosing.anomalies(), request.seed());
    return new RecipeFitter(spec, training, heldOut, scaling, recipe, rows);
  }
}
