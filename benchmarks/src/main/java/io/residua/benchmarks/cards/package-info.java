/** Detection quality on simulated card payments: the model beside each card's own z-score. */
package io.residua.benchmarks.cards;
