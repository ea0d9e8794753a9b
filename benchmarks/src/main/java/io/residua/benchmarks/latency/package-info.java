/**
 * How long a record takes through a job under a steady load: from the moment it was due, whatever
 * became of those before it, to the moment a reader of committed records has its output.
 */
package io.residua.benchmarks.latency;
