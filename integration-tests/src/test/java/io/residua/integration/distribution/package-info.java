/**
 * The distribution as users have it: scripts, folders of jars, whole processes, the README's
 * commands. Runs after the module {@code cli} was packaged.
 */
package io.residua.integration.distribution;
