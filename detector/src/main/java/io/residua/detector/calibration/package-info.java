/** From a score to a p-value, a severity and a threshold. Leans on nothing. */
package io.residua.detector.calibration;
