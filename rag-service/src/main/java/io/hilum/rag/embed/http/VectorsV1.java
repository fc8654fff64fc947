package io.hilum.rag.embed.http;

import java.util.List;

/**
 * Vectors in OpenAI's form.
 */
record VectorsV1(List<VectorV1> data) {
}
