/**
 * Detectors that a model must be better than to be worth its trouble: nearest neighbours, principal
 * components, Mahalanobis distance, isolation forest and z-score. Fitted and run on matrices of
 * features, where a missing entry is what it was imputed with; none of them is ever deployed.
 */
package io.residua.trainer.baseline;
