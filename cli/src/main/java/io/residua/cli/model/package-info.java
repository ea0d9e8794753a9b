/**
 * Models as commands name them: a detector's newest version, a given one, or a bundle's file. Leans
 * on the detector's registry and bundle.
 */
package io.residua.cli.model;
