/**
 * Documents in, passages out: what a model may read of a hospital's own papers.
 */
@NullMarked
package io.hilum.rag;

import org.jspecify.annotations.NullMarked;
