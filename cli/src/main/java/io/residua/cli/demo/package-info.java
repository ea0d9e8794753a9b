/**
 * The demo: real data through a real broker, a real training and a real job, and an honest
 * judgement of the alerts. Leans on every other part.
 */
package io.residua.cli.demo;
