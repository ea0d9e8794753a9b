/** The whole system as users run it: a real broker, real jobs, whole processes, faults. */
package io.residua.integration;
