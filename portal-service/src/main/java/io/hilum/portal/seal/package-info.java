/**
 * Encryption at rest: who keeps the keys that wrap, and what is sealed for which place.
 */
@NullMarked
package io.hilum.portal.seal;

import org.jspecify.annotations.NullMarked;
