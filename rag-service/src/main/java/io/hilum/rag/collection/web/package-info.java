/**
 * The HTTP surface of collections.
 */
@NullMarked
package io.hilum.rag.collection.web;

import org.jspecify.annotations.NullMarked;
