/** Scores: from a residual to one number, and its share per feature. Leans on nothing. */
package io.residua.detector.score;
