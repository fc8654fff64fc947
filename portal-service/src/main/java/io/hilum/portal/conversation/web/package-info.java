/**
 * The HTTP surface of conversations.
 */
@NullMarked
package io.hilum.portal.conversation.web;

import org.jspecify.annotations.NullMarked;
