/**
 * Benchmarks beside other libraries that a user would pick, which are fetched for these alone:
 * Maven's profile {@code peers}.
 */
package io.residua.benchmarks.peers;
