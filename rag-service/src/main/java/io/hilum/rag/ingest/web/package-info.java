/**
 * The HTTP surface of documents.
 */
@NullMarked
package io.hilum.rag.ingest.web;

import org.jspecify.annotations.NullMarked;
