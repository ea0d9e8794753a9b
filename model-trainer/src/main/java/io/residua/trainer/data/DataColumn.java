package io.residua.trainer.data;

/**
 * One column, or one field of a nested record in a column.
 *
 * @param path its name; dots step into nested records
 * @param kind what its values are
 */
public record DataColumn(String path, ColumnKind kind) {}
