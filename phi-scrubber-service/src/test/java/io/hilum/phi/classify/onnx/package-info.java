/**
 * Tests with ONNX Runtime and a small model that {@code src/classifier/make.py} makes.
 */
@NullMarked
package io.hilum.phi.classify.onnx;

import org.jspecify.annotations.NullMarked;
