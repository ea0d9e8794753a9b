/** Options that several commands share, as picocli mixins. */
package io.residua.cli.option;
