/**
 * Encryption at rest: who keeps the key that wraps the data key of each collection.
 */
@NullMarked
package io.hilum.rag.seal;

import org.jspecify.annotations.NullMarked;
