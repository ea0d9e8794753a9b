/**
 * Data for training, evaluation and batch scoring: CSV, Parquet and JSON lines files, or the result
 * of any SQL query, as events. The only package that sees DuckDB; leans on {@code event} for how a
 * cell becomes a field's value.
 */
package io.residua.trainer.data;
