@NullMarked
package io.hilum.rag.embed.onnx;

import org.jspecify.annotations.NullMarked;
