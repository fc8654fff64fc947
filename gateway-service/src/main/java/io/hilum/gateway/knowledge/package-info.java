/**
 * Passages from the collections that a request names.
 */
@NullMarked
package io.hilum.gateway.knowledge;

import org.jspecify.annotations.NullMarked;
