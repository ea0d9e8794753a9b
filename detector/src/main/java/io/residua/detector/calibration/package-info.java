/**
 * From a score to a p-value, a severity and a threshold, and what keeps a budget in a stream: false
 * discovery control, recalibration under drift, the rate of traffic. Leans on nothing.
 */
package io.residua.detector.calibration;
