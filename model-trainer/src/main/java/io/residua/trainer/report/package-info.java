/**
 * The page a person reads before trusting a model: one self-contained {@code report.html} with
 * curves, histograms and tables, drawn as inline SVG. Leans on {@code evaluate} and {@code latent}.
 */
package io.residua.trainer.report;
