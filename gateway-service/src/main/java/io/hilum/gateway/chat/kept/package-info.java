/**
 * Responses that a provider keeps, under ids that only their caller can use.
 */
@NullMarked
package io.hilum.gateway.chat.kept;

import org.jspecify.annotations.NullMarked;
