/** A first definition from sample data: profiles by DuckDB, advice by the detector. */
package io.residua.trainer.suggest;
