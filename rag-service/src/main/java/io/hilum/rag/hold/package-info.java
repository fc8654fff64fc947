/**
 * Who says whether a legal hold keeps what was attached to a conversation.
 */
@NullMarked
package io.hilum.rag.hold;

import org.jspecify.annotations.NullMarked;
