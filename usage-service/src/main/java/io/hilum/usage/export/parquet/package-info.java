/**
 * The ledger as a file of Apache Parquet.
 */
@NullMarked
package io.hilum.usage.export.parquet;

import org.jspecify.annotations.NullMarked;
