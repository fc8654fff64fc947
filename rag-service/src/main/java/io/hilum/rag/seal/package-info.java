/**
 * Encryption at rest: one data key for each collection, wrapped by a master key.
 */
@NullMarked
package io.hilum.rag.seal;

import org.jspecify.annotations.NullMarked;
