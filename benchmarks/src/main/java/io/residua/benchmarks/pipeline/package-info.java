/**
 * How fast records pass through the whole job, beside a topology that only copies bytes, on the
 * same broker and the same records.
 */
package io.residua.benchmarks.pipeline;
