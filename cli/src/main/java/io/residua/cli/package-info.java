/**
 * The command {@code residua}: its entry, its parts, and how failures become one sentence and an
 * exit code. Leans on picocli. Commands stand in {@code command}, options they share in {@code
 * option}.
 */
package io.residua.cli;
