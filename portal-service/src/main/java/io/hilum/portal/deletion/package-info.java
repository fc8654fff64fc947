/**
 * Conversations that go, by their person's will or when their time is over, and the proof
 * of it.
 */
@NullMarked
package io.hilum.portal.deletion;

import org.jspecify.annotations.NullMarked;
