/**
 * When anomalies become alerts, and what an alert says: the policy that opens, continues and closes
 * events, and the explanation with the sentence made from it. Leans on {@code definition} for the
 * rules and on {@code feature}.
 */
package io.residua.detector.alert;
