/**
 * How well a detector tells labelled anomalies from normal records: figures that do not depend on
 * the threshold, figures at the threshold, and the curves between them. Leans on {@code detector}
 * only.
 */
package io.residua.trainer.evaluate;
