/**
 * The engines that run a job, behind one interface: what measures a pipeline knows none of them, so
 * that a second one joins without a copy of the benchmarks.
 */
package io.residua.benchmarks.engine;
