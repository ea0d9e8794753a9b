/**
 * Detection quality on folders of labelled tables, by the very path of {@code residua train} and
 * {@code residua evaluate}. No label is used before the evaluation.
 */
package io.residua.benchmarks.quality;
