/** Transformed records as matrices, row-major, and what is to be said of them by linear algebra. */
package io.residua.trainer.matrix;
