/**
 * What the adapters of Postgres learn from changing rows.
 */
@NullMarked
package io.hilum.usage.row;

import org.jspecify.annotations.NullMarked;
