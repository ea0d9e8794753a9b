/**
 * The images and the compose file, checked without a container engine: against the compose
 * specification's structure, the project's files, and the program's own commands and defaults.
 */
package io.residua.integration.docker;
