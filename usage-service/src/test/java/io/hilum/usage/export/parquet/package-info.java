/**
 * Tests.
 */
@NullMarked
package io.hilum.usage.export.parquet;

import org.jspecify.annotations.NullMarked;
