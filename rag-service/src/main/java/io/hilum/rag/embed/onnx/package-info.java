/**
 * Vectors computed in this process by a small model; no text leaves it.
 */
@NullMarked
package io.hilum.rag.embed.onnx;

import org.jspecify.annotations.NullMarked;
