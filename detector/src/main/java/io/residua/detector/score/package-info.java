/**
 * Scores: from a residual to one number, and its share per feature; prototypes, and how they are
 * fitted. Leans on nothing.
 */
package io.residua.detector.score;
