/**
 * What a model says: every text of an answer or of an event, and how identifiers are put
 * back there as it passes.
 */
@NullMarked
package io.hilum.gateway.chat.answer;

import org.jspecify.annotations.NullMarked;
