/**
 * Tests of how identifiers come back.
 */
@NullMarked
package io.hilum.gateway.chat.answer;

import org.jspecify.annotations.NullMarked;
