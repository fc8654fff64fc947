/**
 * What all adapters to Postgres read rows with.
 */
@NullMarked
package io.hilum.rag.postgres;

import org.jspecify.annotations.NullMarked;
