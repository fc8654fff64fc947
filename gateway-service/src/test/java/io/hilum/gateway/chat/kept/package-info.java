/**
 * Tests of responses that a provider keeps.
 */
@NullMarked
package io.hilum.gateway.chat.kept;

import org.jspecify.annotations.NullMarked;
