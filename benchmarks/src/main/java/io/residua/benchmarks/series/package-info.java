/**
 * Detection quality of one model on a folder of labelled time series: scores, incidents, culprits.
 */
package io.residua.benchmarks.series;
