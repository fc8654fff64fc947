/**
 * Conversations, their titles, places and shares.
 */
@NullMarked
package io.hilum.portal.conversation;

import org.jspecify.annotations.NullMarked;
