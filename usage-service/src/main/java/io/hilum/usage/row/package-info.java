/**
 * What the adapters of Postgres read out of rows, and learn from changing them.
 */
@NullMarked
package io.hilum.usage.row;

import org.jspecify.annotations.NullMarked;
