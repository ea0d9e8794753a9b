/**
 * What an alert says: contributions of the definition's fields and a sentence made from them. Leans
 * on {@code feature} and {@code score}.
 */
package io.residua.detector.alert;
