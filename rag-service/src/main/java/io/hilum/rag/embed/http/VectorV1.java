package io.hilum.rag.embed.http;

/**
 * One vector and which of the texts it belongs to.
 */
record VectorV1(int index, float[] embedding) {
}
