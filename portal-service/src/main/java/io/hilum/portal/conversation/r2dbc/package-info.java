/**
 * Conversations in Postgres.
 */
@NullMarked
package io.hilum.portal.conversation.r2dbc;

import org.jspecify.annotations.NullMarked;
