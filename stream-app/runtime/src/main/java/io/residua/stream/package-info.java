/**
 * What every stream engine shares: loading a model, one record's way from bytes to output records,
 * counting, metrics and health over HTTP. Leans on the detector, the schemas and Micrometer; knows
 * no engine and no broker.
 */
package io.residua.stream;
