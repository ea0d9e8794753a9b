/**
 * Scores: from what a network makes of a record to one number, and its share per feature; and how
 * they are fitted. Leans on the network alone.
 */
package io.residua.detector.score;
