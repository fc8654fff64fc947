/**
 * What a client and the processor see of a running suite, against the way without it.
 */
@NullMarked
package io.hilum.benchmarks;

import org.jspecify.annotations.NullMarked;
