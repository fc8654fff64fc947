/**
 * The queue of documents in Postgres.
 */
@NullMarked
package io.hilum.rag.ingest.r2dbc;

import org.jspecify.annotations.NullMarked;
