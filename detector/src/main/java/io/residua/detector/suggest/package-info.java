/**
 * A first definition from a look at the data: which column is the key, which the time, which are
 * features and how. Leans on {@code definition} and its parser's rules.
 */
package io.residua.detector.suggest;
