/**
 * Batch scoring: a file through the very same detector that scores the stream. Leans on {@code
 * data} for reading and writing.
 */
package io.residua.trainer.batch;
