/**
 * The token classifier as an ONNX model with its tokenizer, read from a folder and run in
 * this process; no text leaves it.
 */
@NullMarked
package io.hilum.phi.classify.onnx;

import org.jspecify.annotations.NullMarked;
