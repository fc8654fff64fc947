@NullMarked
package io.hilum.rag.ingest.r2dbc;

import org.jspecify.annotations.NullMarked;
