package io.hilum.rag.ingest.web;

import java.util.List;

/**
 * A page of documents, oldest first.
 */
record DocumentsV1(List<DocumentV1> documents) {
}
