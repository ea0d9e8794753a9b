/**
 * Seeded generators of realistic streams with labelled anomalies: card transactions and server
 * metrics. The same seed gives the same records on every run. Leans on nothing but the JDK and, for
 * JSON lines, Jackson.
 */
package io.residua.cli.simulate;
